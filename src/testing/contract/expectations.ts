import type { DeliveryProblem } from '../../delivery';
import type { Result } from '../../foundation/result';
import type { ProblemName } from '../../protocol/problem';

/** Gives the value of an answer that should be a success. */
export function accepted<Value>(answer: Result<Value, DeliveryProblem>, what: string): Value {
  if (!answer.ok)
    throw new Error(`${what} should be accepted, and was refused: ${answer.problem.status} ${answer.problem.code}.`);
  return answer.value;
}

/** Gives the problem of an answer that should be this refusal. */
export function refused(
  answer: Result<unknown, DeliveryProblem>,
  expected: { readonly status: number; readonly name?: ProblemName },
  what: string,
): DeliveryProblem {
  const { status, name } = expected;
  if (answer.ok)
    throw new Error(`${what} should be refused with ${status}${name ? ` ${name}` : ''}, and was accepted.`);
  same(answer.problem.status, status, `the status for ${what}`);
  if (name) same(answer.problem.name, name, `the problem for ${what}`);
  return answer.problem;
}

/** Compares two plain values. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${what} should be ${wanted}, and is ${found}.`);
}

/** Compares bytes. */
export function sameBytes(actual: ArrayBuffer, expected: ArrayBuffer, what: string): void {
  same(actual.byteLength, expected.byteLength, `the size of ${what}`);
  const [found, wanted] = [new Uint8Array(actual), new Uint8Array(expected)];
  const at = found.findIndex((byte, index) => byte !== wanted[index]);
  if (at >= 0) throw new Error(`${what} differs at byte ${at}.`);
}

const TRIES = 100;
const PAUSE_MS = 100;

/** Asks again until it is so, for ten seconds: a receiver may check bytes after it has taken them. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  isSo: (value: Value) => boolean,
  what: string,
): Promise<Value> {
  for (let tries = 0; tries < TRIES; tries++) {
    const value = await ask(); // asking again is the point
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS)); // between two questions
  }
  throw new Error(`${what} did not come true in ${(TRIES * PAUSE_MS) / 1000} seconds.`);
}
