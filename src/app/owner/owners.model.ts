import { computed, createModel, signal } from '@preact/signals-core';
import type { Subject } from '../../delivery/reading';
import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import type { Connection } from './connection';
import type { OwnerSpace } from './ownerSpace';

/** What is needed to know whose device this is now. */
export interface OwnersDeps {
  readonly connection: Connection;
  readonly nobody: OwnerSpace;
  createSpace(owner: string): Promise<OwnerSpace>;
}

/** Whose questions these are. At most one person at a time; a change of person ends the space of the one before. */
export const OwnersModel = createModel(({ connection, nobody, createSpace }: OwnersDeps) => {
  const space = signal(nobody);
  const name = signal('');
  const trouble = signal<string | undefined>(undefined);
  let visit = 0;

  const change = (next: OwnerSpace): void => {
    const previous = space.peek();
    if (previous === next) return;
    space.value = next;
    if (previous !== nobody) previous.end();
  };

  const enter = async (): Promise<Result<OwnerSpace, Failure>> => {
    const mine = visit;
    const subject = await readSubject(connection);
    if (!subject.ok) return subject;
    if (mine !== visit) return signedOut;
    name.value = subject.value.name;
    if (space.peek().owner === subject.value.owner) return succeed(space.peek());
    const next = await createSpace(subject.value.owner);
    if (mine !== visit) {
      next.end();
      return signedOut;
    }
    change(next);
    return succeed(next);
  };

  const latest = createLatest(
    () => enter().catch(notArrived),
    (result) => (trouble.value = result.ok ? undefined : result.problem.code),
  );

  return {
    space,
    /** The name in the token, for display only. */
    name,
    /** Why the last attempt to know who is signed in failed. */
    trouble,
    isSignedIn: computed(() => space.value.owner !== ''),
    /** Asks who is signed in, at most once at a time, and changes to that person's space. */
    enter: (): Promise<Result<OwnerSpace, Failure>> => latest.join(),
    /** Asks anew, also while that is being asked: the answer under way may be of before somebody signed in. */
    enterAnew(): Promise<Result<OwnerSpace, Failure>> {
      visit += 1;
      return latest.anew();
    },
    /** Forgets who was signed in. The screen shows nobody's space at once. */
    leave(): void {
      visit += 1;
      latest.drop();
      name.value = '';
      change(nobody);
      void connection.session().then(
        (session) => session.forget(),
        () => undefined,
      );
    },
    /** Lets go of every space. */
    end(): void {
      visit += 1;
      change(nobody);
      nobody.end();
    },
  };
});

/** The public face of the model. */
export type OwnersModelInstance = InstanceType<typeof OwnersModel>;

interface Latest<Value> {
  /** Waits for the one under way, or begins one. */
  join(): Promise<Value>;
  /** Begins one, also while another is under way. */
  anew(): Promise<Value>;
  /** Lets the one under way count for nobody who asks from now on. */
  drop(): void;
}

/** Keeps one attempt under way. Whoever waits for one that was overtaken hears what the newer one found. */
function createLatest<Value>(attempt: () => Promise<Value>, tell: (value: Value) => void): Latest<Value> {
  let running: Promise<Value> | undefined;
  const anew = (): Promise<Value> => {
    const mine: Promise<Value> = attempt().then((value) => {
      if (running && running !== mine) return running;
      running = undefined;
      tell(value);
      return value;
    });
    running = mine;
    return mine;
  };
  return { anew, join: () => running ?? anew(), drop: () => void (running = undefined) };
}

const notArrived = (cause: unknown): Result<never, Failure> =>
  fail({ code: 'chunk-failed', message: 'A part of the script did not arrive.', cause });

const signedOut = fail({ code: 'session-lost', message: 'The person was signed out meanwhile.' });

/** Asks for a token and tells who it is for. */
async function readSubject(connection: Connection): Promise<Result<Subject, Failure>> {
  const session = await connection.session();
  const token = await session.token();
  if (!token.ok) return token;
  return session.subject ? succeed(session.subject) : signedOut;
}
