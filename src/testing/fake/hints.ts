import type { HintIndexAnswer, HintPicture, SealedBody } from '../../delivery';
import {
  contentOf,
  decodeHints,
  indexOf,
  laterSwitch,
  MAX_HINT_EVENTS,
  mergeHintRecords,
  type HintDocument,
  type HintEvent,
  type HintHistory,
} from '../../protocol';
import { Refused } from './refusal';
import { openBody } from './sealedBody';

/** What the fake does with hints. */
export interface Hints {
  /** Publishes a document to everybody, as the next revision. */
  publish(document: object): void;
  index(known: string | undefined): HintIndexAnswer;
  content(hint: string, rev: number): object;
  keep(asset: string, picture: HintPicture): void;
  picture(asset: string): HintPicture;
  history(owner: string): HintHistory;
  join(history: HintHistory, owner: string): HintHistory;
  note(batch: SealedBody, owner: string): Promise<void>;
  /** Everything that was told, in order. */
  readonly events: readonly HintEvent[];
}

/** Creates the hints of a backend: none are published. */
export function createHints(): Hints {
  const histories = new Map<string, HintHistory>();
  const digests = new Map<string, string>();
  const pictures = new Map<string, HintPicture>();
  const events: HintEvent[] = [];
  let live: HintDocument | undefined;

  return {
    events,
    publish(document) {
      const read = decodeHints(document);
      if (!read.ok) throw new Refused('invalid-hints');
      live = { ...read.value, revision: (live?.revision ?? 0) + 1 };
    },
    index(known) {
      if (!live) return { is: 'nothing' };
      const tag = `"${live.revision}"`;
      return known === tag ? { is: 'unchanged' } : { is: 'index', tag, index: indexOf(live, new Set()) };
    },
    content(id, rev) {
      const found = live?.hints.find((hint) => hint.id === id && hint.rev === rev);
      if (!found) throw new Refused('not-found');
      return contentOf(found);
    },
    keep: (asset, picture) => void pictures.set(asset, picture),
    picture(asset) {
      const found = pictures.get(asset);
      if (!found) throw new Refused('not-found');
      return { ...found, bytes: found.bytes.slice(0) };
    },
    history: (owner) => histories.get(owner) ?? { records: [] },
    join(history, owner) {
      const joined = joinedHistory(histories.get(owner) ?? { records: [] }, history);
      histories.set(owner, joined);
      return joined;
    },
    async note(batch, owner) {
      const { events: told } = await openBody(batch, owner);
      if (!Array.isArray(told)) throw new Refused('malformed');
      if (told.length > MAX_HINT_EVENTS) throw new Refused('too-large');
      const known = digests.get(batch.id);
      if (known !== undefined && known !== batch.digest) throw new Refused('submission-conflict');
      digests.set(batch.id, batch.digest);
      if (known === undefined) events.push(...(told as readonly HintEvent[])); // as far as a fake looks
    },
  };
}

function joinedHistory(one: HintHistory, other: HintHistory): HintHistory {
  const records = new Map(one.records.map((record) => [record.hint, record]));
  for (const record of other.records)
    records.set(record.hint, mergeHintRecords(records.get(record.hint) ?? record, record));
  const off = laterSwitch(one.off, other.off);
  return { records: [...records.values()], ...(off && { off }) };
}
