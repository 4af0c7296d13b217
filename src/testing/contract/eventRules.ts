import type { Backend, BackendEvents } from '../../delivery';
import { accepted, refused, same } from './expectations';
import { aSubmission, sealed } from './samples';
import { rule, type BackendUnderTest, type ContractRule, type TestPerson } from './subject';

/** A rule for backends that say they tell of changes as they happen; the others have nothing to prove. */
const eventRule = (
  name: string,
  run: (stream: BackendEvents, subject: BackendUnderTest) => Promise<void>,
): ContractRule =>
  rule(name, async (subject) => {
    const { backend, asker } = subject;
    const { capabilities } = accepted(await backend.me(asker.call), 'asking who is asking');
    if (!capabilities.includes('events')) return;
    same(hasEvents(backend), true, 'whether a backend that names `events` has the method');
    if (hasEvents(backend)) await run(backend, subject);
  });

const hasEvents = (backend: Backend): backend is Backend & BackendEvents => backend.events !== undefined;

/** What holds for telling of changes as they happen. */
export const eventRules: readonly ContractRule[] = [
  eventRule('tells of a change as it happens, and ends when it is told to', async (stream, subject) => {
    const { backend, asker } = subject;
    const after = accepted(await backend.changes(0, asker.call), 'the changes').next;
    const heard = await firstNews({ stream, after, listener: asker, act: () => ask(subject, asker) });
    const { items } = accepted(await backend.changes(after, asker.call), 'the changes since');
    same(
      items.some(({ seq }) => seq === heard),
      true,
      'whether the cursor is that of a change',
    );
  }),
  eventRule('tells what happened while nobody listened', async (stream, subject) => {
    const { backend, asker } = subject;
    const after = accepted(await backend.changes(0, asker.call), 'the changes').next;
    await ask(subject, asker);
    const heard = await firstNews({ stream, after, listener: asker, act: () => undefined });
    same(heard > after, true, 'whether the cursor is a later one');
  }),
  eventRule("tells nobody of somebody else's changes", async (stream, subject) => {
    const { backend, stranger } = subject;
    const after = accepted(await backend.changes(0, stranger.call), 'the changes of a stranger').next;
    const act = async (): Promise<void> => {
      await ask(subject, subject.asker);
      await ask(subject, stranger);
    };
    const heard = await firstNews({ stream, after, listener: stranger, act });
    const { items } = accepted(await backend.changes(after, stranger.call), 'the changes of a stranger since');
    same(
      items.some(({ seq }) => seq === heard),
      true,
      "whether the cursor is that of the stranger's own change",
    );
  }),
  eventRule('tells nothing to who has no token', async (stream, { asker }) => {
    let heard = 0;
    const answer = await stream.events(0, { ...asker.call, token: 'made-up' }, () => (heard += 1));
    refused(answer, { status: 401 }, 'a stream for a made-up token');
    same(heard, 0, 'how often it told something');
  }),
];

interface Listening {
  readonly stream: BackendEvents;
  readonly after: number;
  readonly listener: TestPerson;
  act(): Promise<void> | undefined;
}

/** Listens while something is done, ends the stream at the first cursor that is news, and gives that once the stream has ended. */
async function firstNews({ stream, after, listener, act }: Listening): Promise<number> {
  const stop = new AbortController();
  let news: number | undefined;
  const ended = stream.events(after, { ...listener.call, signal: stop.signal }, (cursor) => {
    if (cursor <= after) return;
    news ??= cursor;
    stop.abort();
  });
  await act();
  const answer = await ended;
  if (news === undefined) accepted(answer, 'the stream');
  same(news === undefined, false, 'whether the stream ended before it told of the change');
  return news ?? after;
}

async function ask({ backend }: BackendUnderTest, { owner, call }: TestPerson): Promise<void> {
  const item = await sealed(aSubmission(owner, ['Wanneer is het antwoord er?']));
  accepted(await backend.putSubmission(item, call), 'a submission');
}
