import type { Clock } from '../../foundation/clock';
import type { AppModelInstance } from '../app.model';
import type { OwnersModelInstance } from './owners.model';

/** Longest that a sign-out waits for a token with which to erase the key. Milliseconds. */
const TOKEN_MS = 1_000;
/** Longest that it waits for what is sent first. */
const SEND_MS = 10_000;

/** Longest that it waits for the person, who is asked for two minutes, and for what asks. */
const ANSWER_MS = 150_000;

/** The ways to leave. */
export interface WaysOut {
  /** Sends what waits, for ten seconds at most. */
  sendWaiting(): Promise<void>;
  /** Gives what was answered; nothing when that takes too long, or could not be asked: leaving goes on. */
  answered<Answer>(asking: Promise<Answer>): Promise<Answer | undefined>;
  /** Forgets the person; what is stored stays, unless `wipe`. */
  signOut(wipe: boolean): Promise<void>;
}

/** What leaving needs. */
export interface LeavingOptions {
  readonly owners: OwnersModelInstance;
  readonly model: AppModelInstance;
  readonly clock: Clock;
}

/** Creates the ways to leave. */
export function createWaysOut({ owners, model, clock }: LeavingOptions): WaysOut {
  return {
    async sendWaiting() {
      if (model.waiting.peek() === 0) return;
      const sent = owners.space
        .peek()
        .outbox()
        .then((outbox) => outbox.flush());
      await within(clock, SEND_MS, sent);
    },
    answered: (asking) => within(clock, ANSWER_MS, asking),
    async signOut(wipe) {
      const { database } = owners.space.peek();
      const revoke = wipe ? await within(clock, TOKEN_MS, database.revocation()) : undefined; // while there still is a token
      owners.leave(); // lets go of the database first: a save under way must not make it anew
      model.unread.value = 0;
      model.waiting.value = 0;
      model.unreadable.value = [];
      if (wipe) await Promise.all([revoke?.(), database.wipe()]);
    },
  };
}

/** Nothing when it takes longer, or fails: a key that is not erased now goes by itself, unused, and what is not sent stays. */
const within = <Value>(clock: Clock, ms: number, value: Promise<Value>): Promise<Value | undefined> =>
  Promise.race([value, new Promise<undefined>((resolve) => clock.after(ms, () => resolve(undefined)))]).catch(
    () => undefined,
  );
