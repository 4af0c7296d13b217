import type { Backend, BackendHints } from '../../../src/delivery';
import { succeed } from '../../../src/foundation/result';
import type { HintHistory } from '../../../src/protocol';
import type { ProblemName } from '../../../src/protocol/problem';
import type { BackendUnderTest } from '../../../src/testing';
import { anId } from '../../../src/testing/contract/samples';

/** A backend that does all but one thing right. */
type Break = (subject: BackendUnderTest) => Partial<Backend>;

/** Every rule of the contract, with the mistake that it is there to find and what it then says. */
export const BREAKS: Readonly<Record<string, readonly [says: string, breaks: Break]>> = {
  'gives a receipt for exactly the bytes it was sent, with a number for each question in order': [
    'the digest of the receipt should be',
    changed('putSubmission', (view) => ({ ...view, digest: 'sha-256=:AAAA:' })),
  ],
  'takes the same bytes twice and has one submission': [
    'the reference that the same bytes get again should be "24-101", and is "24-102".',
    postsAnew,
  ],
  'takes the same bytes from two tabs at once and has one submission': [
    'the reference that both tabs get should be',
    postsAnew,
  ],
  'refuses other bytes under an id that it has': [
    'other bytes should be refused with 409 submission-conflict, and was accepted.',
    postsAnew,
  ],
  'refuses bytes that were damaged on the way, and keeps nothing': [
    'a wrong digest should be refused with 400 digest-mismatch, and was accepted.',
    lets('putSubmission', 'digest-mismatch'),
  ],
  'refuses a submission written by somebody else': [
    "another owner's submission should be refused",
    lets('putSubmission', 'owner-mismatch'),
  ],
  'refuses a body that is not a submission': [
    'half a submission should be refused',
    lets('putSubmission', 'malformed'),
  ],
  'refuses who has no token, and one that is not a token': [
    'a made-up token should be refused with 401',
    lets('putSubmission', 'token-invalid'),
  ],
  'shows a submission to nobody else': ['a stranger asking for it should be refused with 404', asAsker('submission')],
  'lists what changed since a cursor': [
    'the list after the first should be',
    ({ backend }) => ({ submissions: (_after, call) => backend.submissions(0, call) }),
  ],
  'tells who is asking': ['the owner should be', changed('me', (me) => ({ ...me, owner: 'somebody' }))],

  'has the text before the first byte of a picture, and says that it is not complete': [
    'the delivery should be "received", and is "complete".',
    changed('putSubmission', (view) => ({ ...view, delivery: 'complete' })),
  ],
  'is complete when it has every piece, and gives the same bytes back': [
    'the picture differs at byte 100.',
    changed('attachmentContent', ({ type, bytes }) => ({ type, bytes: flipped(bytes, 100) })),
  ],
  'goes on where it was, with pieces of any size': [
    'the offset should be 300001, and is 0.',
    () => ({ uploadOffset: async () => succeed(0) }),
  ],
  'refuses a piece at another offset, says where it is, and keeps nothing of it': [
    'a piece too far should be refused with 409 mismatching-upload-offset, and was accepted.',
    lets('uploadPiece', 'mismatching-upload-offset'),
  ],
  'refuses a piece that was damaged on the way': [
    'a damaged piece should be refused with 460 checksum-mismatch, and was accepted.',
    lets('uploadPiece', 'checksum-mismatch'),
  ],
  'takes one of two pieces for the same offset': [
    'whether at most one was taken should be true, and is false.',
    lets('uploadPiece', 'mismatching-upload-offset'),
  ],
  'never calls a picture complete whose bytes are not the declared ones': [
    'whether other bytes count as complete should be false, and is true.',
    changed('submission', (view) => ({ ...view, delivery: 'complete' })),
  ],
  'refuses more bytes than were declared': [
    'whether one byte too many is accepted should be false, and is true.',
    lets('uploadPiece', 'too-large'),
  ],
  'knows no attachment that nobody declared': [
    'asking for its offset should be refused with 404',
    lets('uploadOffset', 'not-found'),
  ],
  'forgets a picture that the person took out, and waits for it no longer': [
    'asking for its offset should be refused with 410, and was accepted.',
    () => ({ removeAttachment: async () => succeed(undefined) }),
  ],
  'lets nobody else add to a picture or see it': [
    'a stranger looking should be refused with 404',
    asAsker('attachmentContent'),
  ],

  'begins a conversation with the question itself': [
    'the messages should be',
    changed('conversation', (conversation) => ({ ...conversation, messages: [] })),
  ],
  'shows a message once, however often it was sent': [
    'the messages after the question should be',
    ({ backend }) => ({ putMessage: (item, call) => backend.putMessage({ ...item, id: anId() }, call) }),
  ],
  'refuses another message under the same id': [
    'another message under its id should be refused with 409',
    lets('putMessage', 'submission-conflict'),
  ],
  'refuses a message that was damaged, or written by somebody else': [
    'a damaged message should be refused with 400 digest-mismatch',
    lets('putMessage', 'digest-mismatch'),
  ],
  'keeps a conversation from everybody else': [
    'a stranger reading should be refused with 404',
    asAsker('conversation'),
  ],
  'closes a question that is solved, also when it hears so twice, and opens it again': [
    'the status should be "closed", and is "received".',
    () => ({ putAction: async () => succeed(undefined) }),
  ],
  'tells what changed since a cursor, and then nothing more': [
    'the changes after that should be [], and is',
    ({ backend }) => ({ changes: (_after, call) => backend.changes(0, call) }),
  ],
  "counts an agent's reply as unread until it is read": [
    'the count of unread replies should be 0, and is 1.',
    () => ({ markRead: async () => succeed(undefined) }),
  ],

  'gives a device its key, and the same one every time after that': [
    'the key should be',
    ({ backend }) => ({ deviceKey: (_device, call) => keysOf(backend).deviceKey(anId(), call) }),
  ],
  'gives somebody else, and another device, another key': [
    'the number of names should be 3, and is 1.',
    ({ backend, asker }) => {
      const device = anId();
      return { deviceKey: () => keysOf(backend).deviceKey(device, asker.call) };
    },
  ],
  'erases a key for good, for its owner only': [
    'a key that was erased should be refused with 410 key-gone, and was accepted.',
    () => ({ removeDeviceKey: async () => succeed(undefined) }),
  ],

  'tells of a change as it happens, and ends when it is told to': [
    'whether the cursor is that of a change should be true, and is false.',
    () => ({ events: async (after, _call, heard) => succeed(heard(after + 1000)) }),
  ],
  'tells what happened while nobody listened': [
    'whether the stream ended before it told of the change should be false, and is true.',
    () => ({ events: async (after, _call, heard) => succeed(heard(after)) }),
  ],
  "tells nobody of somebody else's changes": [
    "whether the cursor is that of the stranger's own change should be true, and is false.",
    ({ backend, asker }) => ({
      events: (after, { signal }, heard) =>
        eventsOf(backend).events(after, { ...asker.call, ...(signal && { signal }) }, heard),
    }),
  ],
  'tells nothing to who has no token': [
    'a stream for a made-up token should be refused with 401, and was accepted.',
    lets('events', 'token-invalid'),
  ],

  'gives what is live, and nothing anew to who has that': [
    'what is live for who has it should be {"is":"unchanged"}, and is',
    ({ backend }) => ({ hintIndex: (_known, call) => hintsOf(backend).hintIndex(undefined, call) }),
  ],
  'tells how the place of a hint is found, in full or by a recipe': [
    'how the place is found should be [["opslaan",1,true]], and is []',
    ({ backend }) => ({
      hintIndex: async (known, call) => {
        const answer = await hintsOf(backend).hintIndex(known, call);
        return answer.ok && answer.value.is === 'index'
          ? succeed({ ...answer.value, index: { ...answer.value.index, recipes: [] } })
          : answer;
      },
    }),
  ],
  'gives the words of a hint as they are under its rev': [
    'a rev that nobody published should be refused with 404, and was accepted.',
    lets('hintContent', 'not-found'),
  ],
  'gives a picture of hints to whoever is signed in, and refuses a name that nobody gave': [
    'a picture that nobody kept should be refused with 404, and was accepted.',
    lets('hintAsset', 'not-found'),
  ],
  'joins what two devices know of hints, in any order and however often': ['what was done should be', keepsTheLast],
  'gives all of it to who joins': [
    'the answer should be',
    ({ backend }) => ({
      joinHintHistory: async (history, call) => {
        const answer = await hintsOf(backend).joinHintHistory(history, call);
        return answer.ok ? succeed(history) : answer;
      },
    }),
  ],
  'keeps what somebody did with hints from everybody else': [
    'what a stranger sees should be [], and is',
    asAsker('hintHistory'),
  ],
  'notes a batch of events once, and refuses others under its id': [
    'another batch under its id should be refused with 409 submission-conflict, and was accepted.',
    lets('putHintEvents', 'submission-conflict'),
  ],
  'refuses events that were damaged on the way, too many, or of somebody else': [
    'one event too many should be refused with 413, and was accepted.',
    lets('putHintEvents', 'too-large'),
  ],
  'tells nothing of hints to who has no token': [
    'what was done for a made-up token should be refused with 401, and was accepted.',
    lets('hintHistory', 'token-invalid'),
  ],
};

/** What posting with a retry amounts to: a request that comes again makes something new. */
export function postsAnew({ backend }: BackendUnderTest): Partial<Backend> {
  const seen = new Set<string>();
  return {
    async putSubmission(item, call) {
      const id = seen.has(item.id) ? anId() : item.id;
      seen.add(id);
      const answer = await backend.putSubmission({ ...item, id }, call);
      return answer.ok ? succeed({ ...answer.value, id: item.id }) : answer;
    },
  };
}

/** What comes last counts, as if there were one device. */
function keepsTheLast(): Partial<Backend> {
  const kept = new Map<string, HintHistory>();
  return {
    hintHistory: async ({ token }) => succeed(kept.get(token) ?? { records: [] }),
    joinHintHistory: async (history, { token }) => {
      kept.set(token, history);
      return succeed(history);
    },
  };
}

type Method = keyof Backend;
type Value<Name extends Method> = Extract<
  Awaited<ReturnType<NonNullable<Backend[Name]>>>,
  { readonly ok: true }
>['value'];

/** Answers as it should, but for a change. */
function changed<Name extends Method>(name: Name, change: (value: Value<Name>) => Value<Name>): Break {
  return overriding(name, async (method, args) => {
    const answer = await method(...args);
    return answer.ok ? succeed(change(answer.value as Value<Name>)) : answer; // the answer of the method of this name
  });
}

/** Takes what it should refuse with this problem. */
function lets(name: Method, problem: ProblemName): Break {
  return overriding(name, async (method, args) => {
    const answer = await method(...args);
    return !answer.ok && answer.problem.name === problem ? succeed(undefined) : answer;
  });
}

/** Shows everybody what is the asker's. */
function asAsker(name: Method): Break {
  return (subject) => overriding(name, (method, args) => method(...args.slice(0, -1), subject.asker.call))(subject);
}

type AnyMethod = (...args: readonly unknown[]) => ReturnType<Backend['me']>;

/** The methods differ in what they take and give; here they are only passed on. */
function overriding(name: Method, act: (method: AnyMethod, args: readonly unknown[]) => Promise<unknown>): Break {
  return ({ backend }) => ({ [name]: (...args: unknown[]) => act(backend[name] as unknown as AnyMethod, args) });
}

function keysOf({ deviceKey, removeDeviceKey }: Backend): Required<Pick<Backend, 'deviceKey' | 'removeDeviceKey'>> {
  if (!deviceKey || !removeDeviceKey) throw new Error('The backend in memory keeps keys.');
  return { deviceKey, removeDeviceKey };
}

function eventsOf(backend: Backend): Required<Pick<Backend, 'events'>> {
  if (!backend.events) throw new Error('The backend in memory tells of changes.');
  return { events: backend.events };
}

function hintsOf(backend: Backend): BackendHints {
  if (!backend.hintIndex) throw new Error('The backend in memory has hints.');
  return backend as Backend & BackendHints; // it has all of them
}

function flipped(bytes: ArrayBuffer, at: number): ArrayBuffer {
  const copy = new Uint8Array(bytes.slice(0));
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy.buffer;
}
