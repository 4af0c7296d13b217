import { bool, checked, listOf, number, objectOf, oneOf, optional, text } from '../../src/protocol/index';
import type { AccessChain, AccessCheck, AccessPage, AccessRow, Decoder } from '../../src/protocol/index';
import type { Id } from './draft';

const id: Decoder<Id> = checked(
  'an id',
  (value): value is Id => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
);

const row: Decoder<AccessRow> = objectOf({
  seq: number,
  at: text,
  event: oneOf(['view', 'play', 'download', 'list', 'review', 'delete']),
  purpose: oneOf(['answering', 'ownQuestion', 'logReview', 'takingBack', 'retention']),
  outcome: oneOf(['granted', 'refused']),
  actor: objectOf({ id: text, name: text, role: text }),
  onBehalfOf: text,
  organisation: text,
  submission: optional(id),
  question: optional(id),
  number: optional(text),
  attachment: optional(id),
  clientRefs: listOf(text),
  requestId: text,
  hash: optional(text),
});

/** Decodes a page of the access log. */
export const accessPage: Decoder<AccessPage> = objectOf({ items: listOf(row), more: bool });

const chain: Decoder<AccessChain> = objectOf({
  organisation: text,
  rows: number,
  unchained: number,
  head: text,
  broken: optional(objectOf({ place: number, reason: oneOf(['changed', 'missing', 'end']) })),
});

/** Decodes whether the log is whole. */
export const accessCheck: Decoder<AccessCheck> = objectOf({ sound: bool, chains: listOf(chain) });
