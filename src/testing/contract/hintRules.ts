import type { Backend, BackendHints } from '../../delivery';
import { inFull, MAX_HINT_EVENTS, type HintEvent, type HintHistory, type HintIndex } from '../../protocol';
import { accepted, refused, same } from './expectations';
import { aHintDocument, anId, aPicture, sealed } from './samples';
import { rule, type BackendUnderTest, type ContractRule } from './subject';

/** A rule for backends that say they have hints; the others have nothing to prove. */
const hintRule = (name: string, run: (hints: BackendHints, subject: BackendUnderTest) => Promise<void>): ContractRule =>
  rule(name, async (subject) => {
    const { backend, asker } = subject;
    const { capabilities } = accepted(await backend.me(asker.call), 'asking who is asking');
    if (!capabilities.includes('hints')) return;
    same(hasHints(backend), true, 'whether a backend that names `hints` has the methods');
    if (hasHints(backend)) await run(backend, subject);
  });

const hasHints = (backend: Backend): backend is Backend & BackendHints =>
  [backend.hintIndex, backend.hintContent, backend.hintHistory, backend.joinHintHistory, backend.putHintEvents].every(
    (method) => method !== undefined,
  );

const AT = ['2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z'] as const;
const ONE: HintHistory = { records: [{ hint: 'uitleg', shown: 2, lastShownAt: AT[0], dismissedAt: AT[0] }] };
const OTHER: HintHistory = {
  records: [{ hint: 'uitleg', shown: 1, lastShownAt: AT[2], neverAt: AT[1] }],
  off: { value: true, at: AT[1] },
};
const BOTH: HintHistory = {
  records: [{ hint: 'uitleg', shown: 2, lastShownAt: AT[2], dismissedAt: AT[0], neverAt: AT[1] }],
  off: { value: true, at: AT[1] },
};
/** About no hint in particular. */
const FAILED: HintEvent = { what: 'engineError', where: 'engine', at: AT[0] };
const COSTLY: HintEvent = { what: 'engineDegraded', level: 1, at: AT[0] };
const SEEN: HintEvent = { hint: 'uitleg', rev: 1, what: 'seen', at: AT[0] };

/** Members in one order, times as moments: a backend may keep both in its own way. */
const plain = ({ records, off }: HintHistory): unknown => [
  records.map(({ hint, shown, lastShownAt, dismissedAt, neverAt }) => [
    hint,
    shown,
    ...[lastShownAt, dismissedAt, neverAt].map(moment),
  ]),
  off && [off.value, moment(off.at)],
];
const moment = (at: string | undefined): number | undefined => (at === undefined ? undefined : Date.parse(at));

const batchOf = (owner: string, events: readonly HintEvent[], id = anId()) => sealed({ owner, events }, id);

/** What holds for hints. What is live can be proved only of a backend that lets the test publish. */
export const hintRules: readonly ContractRule[] = [
  hintRule('gives what is live, and nothing anew to who has that', async (hints, { asker, publishHints }) => {
    if (!publishHints) return;
    await publishHints(aHintDocument());
    const first = accepted(await hints.hintIndex(undefined, asker.call), 'asking what is live');
    same(first.is, 'index', 'what is live');
    if (first.is !== 'index') return;
    const again = accepted(await hints.hintIndex(first.tag, asker.call), 'asking again');
    same(again, { is: 'unchanged' }, 'what is live for who has it');
    await publishHints(aHintDocument(2));
    const next = accepted(await hints.hintIndex(first.tag, asker.call), 'asking after something was published');
    same(next.is, 'index', 'what is live after something was published');
  }),
  hintRule('tells how the place of a hint is found, in full or by a recipe', async (hints, { asker, publishHints }) => {
    if (!publishHints) return;
    await publishHints(aHintDocument());
    const answer = accepted(await hints.hintIndex(undefined, asker.call), 'asking what is live');
    const { targets, recipes } = (answer.is === 'index' ? answer.index : {}) as Partial<HintIndex>; // looked at here
    const place = targets?.['opslaan'];
    const find = place && inFull(place, recipes).find;
    const told = find?.map(({ by: { hintId }, weight, strong }) => [hintId, weight, strong]);
    same(told, [['opslaan', 1, true]], 'how the place is found');
  }),
  hintRule('gives the words of a hint as they are under its rev', async (hints, { asker, publishHints }) => {
    if (!publishHints) return;
    await publishHints(aHintDocument(3));
    const words = accepted(await hints.hintContent('contract', 3, asker.call), 'asking for words');
    const { hint, rev } = words as { readonly hint?: unknown; readonly rev?: unknown }; // looked at here
    same([hint, rev], ['contract', 3], 'the hint and rev of the words');
    refused(await hints.hintContent('contract', 999, asker.call), { status: 404 }, 'a rev that nobody published');
  }),
  hintRule(
    'gives a picture of hints to whoever is signed in, and refuses a name that nobody gave',
    async (hints, subject) => {
      const { asker, stranger, keepHintAsset } = subject;
      if (!hints.hintAsset || !keepHintAsset) return;
      const { bytes } = await aPicture(20);
      const asset = await keepHintAsset({ type: 'image/png', bytes });
      for (const { call } of [asker, stranger]) {
        const picture = accepted(await hints.hintAsset(asset, call), 'asking for a picture');
        same([picture.type, picture.bytes.byteLength > 0], ['image/png', true], 'the picture');
      }
      refused(await hints.hintAsset('0'.repeat(64), asker.call), { status: 404 }, 'a picture that nobody kept');
      refused(await hints.hintAsset(asset, { ...asker.call, token: 'made-up' }), { status: 401 }, 'a made-up token');
    },
  ),
  hintRule('joins what two devices know of hints, in any order and however often', async (hints, subject) => {
    for (const [person, order] of [
      [subject.asker, [ONE, OTHER, ONE]],
      [subject.stranger, [OTHER, ONE, OTHER]],
    ] as const) {
      for (const history of order) accepted(await hints.joinHintHistory(history, person.call), 'joining'); // one after another
      const kept = accepted(await hints.hintHistory(person.call), 'asking what was done');
      same(plain(kept), plain(BOTH), 'what was done');
    }
  }),
  hintRule('gives all of it to who joins', async (hints, { asker }) => {
    accepted(await hints.joinHintHistory(ONE, asker.call), 'joining');
    const answer = accepted(await hints.joinHintHistory(OTHER, asker.call), 'joining from another device');
    same(plain(answer), plain(BOTH), 'the answer');
  }),
  hintRule('keeps what somebody did with hints from everybody else', async (hints, { asker, stranger }) => {
    accepted(await hints.joinHintHistory(ONE, asker.call), 'joining');
    const kept = accepted(await hints.hintHistory(stranger.call), 'a stranger asking');
    same(kept.records, [], 'what a stranger sees');
  }),
  hintRule('notes a batch of events once, and refuses others under its id', async (hints, { asker }) => {
    const batch = await batchOf(asker.owner, [SEEN, FAILED, COSTLY]);
    accepted(await hints.putHintEvents(batch, asker.call), 'a batch');
    accepted(await hints.putHintEvents(batch, asker.call), 'the same batch again');
    const other = await batchOf(asker.owner, [{ ...SEEN, what: 'done' }], batch.id);
    const conflict = { status: 409, name: 'submission-conflict' } as const;
    refused(await hints.putHintEvents(other, asker.call), conflict, 'another batch under its id');
  }),
  hintRule('refuses events that were damaged on the way, too many, or of somebody else', async (hints, subject) => {
    const { asker, stranger } = subject;
    const batch = await batchOf(asker.owner, [SEEN]);
    const damaged = { ...batch, digest: (await batchOf(asker.owner, [])).digest };
    const mismatch = { status: 400, name: 'digest-mismatch' } as const;
    refused(await hints.putHintEvents(damaged, asker.call), mismatch, 'a damaged batch');
    const many = await batchOf(
      asker.owner,
      Array.from({ length: MAX_HINT_EVENTS + 1 }, () => SEEN),
    );
    refused(await hints.putHintEvents(many, asker.call), { status: 413 }, 'one event too many');
    const theirs = { status: 403, name: 'owner-mismatch' } as const;
    refused(await hints.putHintEvents(batch, stranger.call), theirs, 'events of somebody else');
  }),
  hintRule('tells nothing of hints to who has no token', async (hints, { asker }) => {
    const nobody = { ...asker.call, token: 'made-up' };
    refused(await hints.hintIndex(undefined, nobody), { status: 401 }, 'what is live for a made-up token');
    refused(await hints.hintHistory(nobody), { status: 401 }, 'what was done for a made-up token');
  }),
];
