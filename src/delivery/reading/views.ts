import { isId, type Id } from '../../foundation/id';
import { succeed } from '../../foundation/result';
import type { ChangePage, Conversation } from '../../protocol/conversation';
import { bool, checked, listOf, number, objectOf, oneOf, optional, text, type Decoder } from '../../protocol/decode';
import type { DeviceKey } from '../../protocol/deviceKey';
import { DEFAULT_LIMITS, type Limits, type Me } from '../../protocol/session';
import type { SubmissionPage, SubmissionView } from '../../protocol/submission';
import { content } from './content';

const id: Decoder<Id> = checked('an id', isId);
/** Reads a whole number that is not below zero. */
export const count: Decoder<number> = checked(
  'a count',
  (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
); // an integer, just proved
const status = oneOf(['withContact', 'received', 'inProgress', 'needsInfo', 'answered', 'closed']);
const attachmentView = {
  id,
  state: oneOf(['declared', 'uploading', 'stored', 'checked', 'available', 'quarantined', 'expired', 'erased']),
  offset: count,
  size: count,
  erasedAt: optional(text),
  reason: optional(text),
};

/** Reads a receipt. */
export const submissionView: Decoder<SubmissionView> = objectOf({
  id,
  reference: text,
  digest: text,
  receivedAt: text,
  cursor: count,
  delivery: oneOf(['received', 'complete', 'incomplete', 'withdrawn']),
  questions: listOf(objectOf({ id, number: text, status, unread: count, excerpt: text })),
  attachments: listOf(objectOf(attachmentView)),
});

/** Reads a page of the list. */
export const submissionPage: Decoder<SubmissionPage> = objectOf({
  items: listOf(submissionView),
  next: count,
  more: bool,
});

const person = objectOf({ name: text, role: oneOf(['user', 'contactPerson', 'agent', 'colleague']) });

/** Reads a conversation. */
export const conversation: Decoder<Conversation> = objectOf({
  id,
  submission: id,
  number: text,
  status,
  viewedBy: listOf(person),
  messages: listOf(
    objectOf({
      id,
      seq: count,
      at: text,
      from: person,
      own: bool,
      content: listOf(content),
      attachments: listOf(
        objectOf({ ...attachmentView, kind: oneOf(['screenshot', 'recording', 'file']), type: text }),
      ),
    }),
  ),
});

/** Reads a page of changes. */
export const changePage: Decoder<ChangePage> = objectOf({
  items: listOf(
    objectOf({
      seq: count,
      type: oneOf(['submission', 'question', 'message', 'attachment']),
      sid: id,
      qid: optional(id),
    }),
  ),
  next: count,
  more: bool,
});

/** Reads limits; what a receiver does not name has its default. */
const limits: Decoder<Limits> = (value, pointer) => {
  const decoded = objectOf(limitShape)(value, pointer);
  return decoded.ok ? succeed({ ...DEFAULT_LIMITS, ...decoded.value }) : decoded;
};
const limitShape = Object.fromEntries(Object.keys(DEFAULT_LIMITS).map((name) => [name, optional(number)]));

const publicHalf = { kty: oneOf(['EC']), crv: oneOf(['P-256']), x: text, y: text };

/** Reads the pair of a device. */
export const deviceKey: Decoder<DeviceKey> = objectOf({
  kid: text,
  publicKey: objectOf(publicHalf),
  privateKey: objectOf({ ...publicHalf, d: text }),
  expiresAt: text,
});

/** Whether bytes of this type may become a picture or a file on screen. Never HTML or SVG: those could act. */
export const isShownType = (type: unknown): type is string =>
  typeof type === 'string' && /^(image\/(png|jpeg|webp)|video\/(webm|mp4)|application\/pdf|text\/plain)$/.test(type);

/** Reads who is asking. */
export const me: Decoder<Me> = objectOf({
  owner: text,
  organisation: text,
  displayName: text,
  limits,
  contact: optional(person),
  mailFallback: optional(oneOf(['off', 'text-only', 'redacted'])),
  capabilities: listOf(text),
  serverTime: text,
});
