import { createHash } from 'node:crypto';
import type { HintActKind } from '../../../src/protocol/index';

/** An act as it is hashed: everything the log says of it, in this order. */
export interface HintActLink {
  readonly place: number;
  readonly at: Date;
  readonly act: HintActKind;
  readonly author: string;
  readonly authorName: string;
  readonly organisationId: string;
  readonly environment: string;
  readonly revision: number | null;
  readonly hints: readonly string[];
  readonly note: string;
  /** The hash of the act before; `NO_LINK` in the first one. */
  readonly previousHash: string;
}

/** The hash that ties an act to all acts before it: hex of the SHA-256 of its values as a JSON list. */
export const hintActHash = (link: HintActLink): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        link.place,
        link.at.toISOString(),
        link.act,
        link.author,
        link.authorName,
        link.organisationId,
        link.environment,
        link.revision,
        link.hints,
        link.note,
        link.previousHash,
      ]),
    )
    .digest('hex');

/** What the log holds; what was done before there was a chain has no hashes. */
export type KeptHintAct = Omit<HintActLink, 'previousHash'> & {
  readonly previousHash: string | null;
  readonly hash: string | null;
};

/** Whether acts, newest first and without a gap, are as they were written and each follows on the next one in the list. */
export const isSoundChain = (acts: readonly KeptHintAct[]): boolean =>
  acts.every((act, index) => isAsWritten(act) && followsOn(act, acts[index + 1]));

const isAsWritten = ({ previousHash, hash, ...rest }: KeptHintAct): boolean =>
  previousHash === null || hash === null ? previousHash === hash : hintActHash({ ...rest, previousHash }) === hash;

/** Nothing comes before the first; what has no hash comes before all that have one. */
function followsOn({ place, previousHash }: KeptHintAct, before: KeptHintAct | undefined): boolean {
  if (before === undefined) return true;
  if (before.place !== place - 1) return false;
  return previousHash === null ? before.hash === null : previousHash === (before.hash ?? NO_LINK);
}

/** What the first act of a chain holds in place of a hash. */
export const NO_LINK = '';
