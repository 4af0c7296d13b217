/** Wakes whoever waits: once the next frame is drawn, or after a rest. Only one of the two is asked for at a time. */
export interface Alarm {
  /** Unless it is set already. */
  inFrame(): void;
  /** In the first frame after so many milliseconds, so that none is asked for in vain. */
  after(delayMs: number): void;
  /** Whether a rest is being waited for. */
  readonly isResting: boolean;
  endRest(): void;
  stop(): void;
}

/**
 * Creates an alarm that is not set. `onFrame` is called when a frame was drawn, and told its time: styles and layout are made by then, so that
 * asking for them costs nothing and the host's frame is none the longer.
 */
export function createAlarm(view: Window, onFrame: (time: number) => void): Alarm {
  let [frame, drawn, timer] = [0, 0, 0];
  const inFrame = (): void => {
    if (frame || drawn || timer) return;
    frame = view.requestAnimationFrame((time) => {
      frame = 0;
      drawn = view.setTimeout(() => {
        drawn = 0;
        onFrame(time);
      });
    });
  };
  const endRest = (): void => {
    view.clearTimeout(timer);
    timer = 0;
  };
  return {
    inFrame,
    after(delayMs) {
      timer = view.setTimeout(() => {
        timer = 0;
        inFrame();
      }, delayMs);
    },
    get isResting() {
      return timer !== 0;
    },
    endRest,
    stop() {
      view.cancelAnimationFrame(frame);
      view.clearTimeout(drawn);
      [frame, drawn] = [0, 0];
      endRest();
    },
  };
}
