/** One tab of an engine that Playwright cannot drive as its makers ship it: Firefox and WebKit from the system. */

/** What a story does in a tab. Points are CSS pixels from the top left of the view. */
export interface Tab {
  goTo(url: string): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  /** Types into whatever has the focus, as a keyboard would. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'Escape' | 'Tab'): Promise<void>;
  /** Calls a function in the page with plain data, and answers what it gives. */
  run<Args extends readonly unknown[], Answer>(
    act: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** An engine of this machine. */
export interface Engine {
  readonly name: string;
  /** Where it is; nothing when it is not installed. */
  readonly command: string | undefined;
  open(): Promise<Tab>;
}

/** The view of every tab. */
export const VIEW = { width: 1280, height: 900 } as const;
