/** A call the host made before there was anything to call: `['open', 'ask']`. */
export type Call = readonly [name: string, ...values: unknown[]];

/** Keeps calls in order until somebody can carry them out; from then on passes them straight through. */
export interface CallQueue {
  add(call: Call): void;
  /** Carries out what waits, in order, and everything that comes after. */
  connect(carryOut: (call: Call) => void): void;
}

/** Creates an empty queue. */
export function createCallQueue(): CallQueue {
  const waiting: Call[] = [];
  let pass: ((call: Call) => void) | undefined;
  return {
    add(call) {
      if (pass) pass(call);
      else waiting.push(call);
    },
    connect(carryOut) {
      for (let call = waiting.shift(); call; call = waiting.shift()) carryOut(call);
      pass = carryOut;
    },
  };
}
