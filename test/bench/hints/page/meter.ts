/** What was called back since the last time that was asked. */
export interface Metered {
  /** How long each piece of work took, with the promises that it kept: milliseconds. */
  readonly spansMs: readonly number[];
  /** Timers and frames that were asked for. */
  readonly asked: number;
  readonly callbacks: number;
  /** Mutation observers that follow something now. */
  readonly observing: number;
  /** Timers and frames that are still to come. */
  readonly pending: number;
  /** Reads that make the browser lay out a page that has changed: the most that can have been forced. In observers of views and sizes it is laid out. */
  readonly layoutReads: number;
}

/** The browser's own, for the page itself: what goes through these is not measured. */
export interface Host {
  frame(): Promise<number>;
  pause(ms: number): Promise<void>;
}

/** Measures what goes through the page's globals. */
export interface Meter {
  readonly host: Host;
  /** Carries out a task of the measured one. */
  act(work: () => unknown): Promise<void>;
  /** Gives what was measured, and begins anew. */
  take(): Metered;
}

/** So many turns of promises belong to the work that caused them. */
const TURNS = 40;

type Work = (...given: never[]) => unknown;

/** Steps in between the browser and whoever asks it for something, on this page of a bench only. */
export function startMeter(): Meter {
  const { setTimeout } = window;
  const ask = window.requestAnimationFrame.bind(window);
  const host: Host = {
    frame: () => new Promise(ask),
    pause: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  };
  let spansMs: number[] = [];
  let counts = { asked: 0, callbacks: 0, layoutReads: 0 };
  let isOpen = false;
  let isLaidOut = false;

  /** What comes while a piece of work is measured is part of it. */
  const timed = async (work: () => unknown): Promise<void> => {
    if (isOpen) return void work();
    isOpen = true;
    const from = performance.now();
    try {
      work();
    } finally {
      for (let turn = 0; turn < TURNS; turn++) await undefined;
      spansMs.push(performance.now() - from);
      isOpen = false;
    }
  };
  const called = (work: () => unknown): void => {
    counts.callbacks += 1;
    void timed(work);
  };
  const pending = meterTimers(called, () => void (counts.asked += 1));
  const laidOut = (work: () => unknown): void =>
    called(() => {
      isLaidOut = true;
      work();
      isLaidOut = false;
    });
  const following = meterObservers(called, laidOut);
  meterListeners(called);
  meterLayout(() => void (counts.layoutReads += Number(isOpen && !isLaidOut)));

  return {
    host,
    async act(work) {
      await host.pause(0); // a task of its own
      await timed(work);
    },
    take() {
      const taken = { ...counts, spansMs, observing: following.size, pending: pending.size };
      [spansMs, counts] = [[], { asked: 0, callbacks: 0, layoutReads: 0 }];
      return taken;
    },
  };
}

/** Timers that repeat count as asked for once, and as called each time. */
function meterTimers(called: (work: () => unknown) => void, onAsked: () => void): ReadonlySet<string> {
  const pending = new Set<string>();
  const all = window as unknown as Record<string, (...given: unknown[]) => number>; // these four take a function and give a number
  const pairs = [
    ['setTimeout', 'clearTimeout', true],
    ['setInterval', 'clearInterval', false],
    ['requestAnimationFrame', 'cancelAnimationFrame', true],
    ['requestIdleCallback', 'cancelIdleCallback', true],
  ] as const;
  for (const [begin, end, isOnce] of pairs) {
    const [theirs, theirEnd] = [all[begin]?.bind(window), all[end]?.bind(window)];
    if (!theirs || !theirEnd) continue;
    all[begin] = (work, ...rest) => {
      onAsked();
      const id: number = theirs(
        (...given: unknown[]) => {
          if (isOnce) pending.delete(`${end} ${id}`);
          called(() => (work as (...all: unknown[]) => unknown)(...given));
        },
        ...rest,
      );
      pending.add(`${end} ${id}`);
      return id;
    };
    all[end] = (id) => {
      pending.delete(`${end} ${String(id)}`);
      return theirEnd(id);
    };
  }
  return pending;
}

type Called = (work: () => unknown) => void;

/** Gives the mutation observers that follow something. */
function meterObservers(called: Called, laidOut: Called): ReadonlySet<unknown> {
  const following = new Set<unknown>();
  const { MutationObserver, IntersectionObserver, ResizeObserver } = window;
  const through =
    <Given extends unknown[]>(work: (...given: Given) => unknown, call = called) =>
    (...given: Given): void =>
      call(() => work(...given));
  window.MutationObserver = class extends MutationObserver {
    constructor(work: MutationCallback) {
      super(through(work));
    }
    override observe(...given: Parameters<MutationObserver['observe']>): void {
      following.add(this);
      super.observe(...given);
    }
    override disconnect(): void {
      following.delete(this);
      super.disconnect();
    }
  };
  window.IntersectionObserver = class extends IntersectionObserver {
    constructor(work: IntersectionObserverCallback, options?: IntersectionObserverInit) {
      super(through(work, laidOut), options);
    }
  };
  window.ResizeObserver = class extends ResizeObserver {
    constructor(work: ResizeObserverCallback) {
      super(through(work, laidOut));
    }
  };
  return following;
}

/** A function of the window may be called without it. */
const thisOr = (target: EventTarget | undefined): EventTarget => target ?? window;

/** Listeners that are functions; one function stays one listener, so that it can be taken off. */
function meterListeners(called: (work: () => unknown) => void): void {
  const known = new WeakMap<Work, EventListener>();
  const metered = (listener: unknown): EventListener | null => {
    if (typeof listener !== 'function') return listener as null; // an object, or nothing
    const work = listener as Work; // told by its type
    const own = known.get(work) ?? ((event) => called(() => work.call(event.currentTarget, event as never)));
    known.set(work, own);
    return own;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (name, listener, options): void {
    addEventListener.call(thisOr(this), name, metered(listener), options);
  };
  EventTarget.prototype.removeEventListener = function (name, listener, options): void {
    removeEventListener.call(thisOr(this), name, metered(listener), options);
  };
}

const LAYOUT_READS: readonly (readonly [object, readonly string[]])[] = [
  [
    Element.prototype,
    [
      'getBoundingClientRect',
      'getClientRects',
      'scrollTop',
      'scrollLeft',
      'scrollWidth',
      'scrollHeight',
      'scrollIntoView',
    ],
  ],
  [Element.prototype, ['clientTop', 'clientLeft', 'clientWidth', 'clientHeight']],
  [
    HTMLElement.prototype,
    ['offsetTop', 'offsetLeft', 'offsetWidth', 'offsetHeight', 'offsetParent', 'innerText', 'focus'],
  ],
  [Document.prototype, ['elementFromPoint', 'elementsFromPoint', 'caretRangeFromPoint']],
  [Range.prototype, ['getBoundingClientRect', 'getClientRects']],
];

function meterLayout(onRead: () => void): void {
  for (const [prototype, names] of LAYOUT_READS)
    for (const name of names) {
      const theirs = Object.getOwnPropertyDescriptor(prototype, name);
      if (!theirs) continue;
      const through = (read: unknown): ((...given: unknown[]) => unknown) =>
        function (this: unknown, ...given) {
          onRead();
          return (read as (...all: unknown[]) => unknown).apply(this, given);
        };
      const own = theirs.get ? { get: through(theirs.get) } : { value: through(theirs.value) };
      Object.defineProperty(prototype, name, { ...theirs, ...own });
    }
}
