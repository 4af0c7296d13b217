import { bool, checked, listOf, number, objectOf, oneOf, optional, text } from '../../src/protocol/index';
import type {
  AgentMessage,
  AgentQuestion,
  Attachment,
  Change,
  ChangePage,
  ClientChoice,
  ContentGrant,
  ContentNode,
  Decoder,
  Environment,
  InboxPage,
  InboxRow,
  Marker,
  Question,
  QuestionStatus,
  Step,
  AppError,
  FailedRequest,
} from '../../src/protocol/index';
import type { Undelivered } from './agentBackend';
import type { Id } from './draft';

const id: Decoder<Id> = checked(
  'an id',
  (value): value is Id => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
);
const moment = checked(
  'a moment',
  (value): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
);
const status: Decoder<QuestionStatus> = oneOf([
  'withContact',
  'received',
  'inProgress',
  'needsInfo',
  'answered',
  'closed',
]);
const kind = oneOf(['problem', 'ask', 'wish', 'unsafe', 'sla']);

const row: Decoder<InboxRow> = objectOf({
  id,
  number: text,
  status,
  kind,
  excerpt: text,
  organisation: text,
  asker: text,
  place: text,
  receivedAt: moment,
  changedAt: moment,
  attachments: number,
  unanswered: bool,
});

/** Decodes a page of the list. */
export const inboxPage: Decoder<InboxPage> = objectOf({
  items: listOf(row),
  counts: objectOf({ unanswered: number, open: number, all: number }),
  cursor: number,
});

const part = checked(
  'a part of the screen, 1 to 9',
  (value): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9,
);
const times = optional(number);
const step: Decoder<Step> = objectOf({ at: moment, place: text, role: text, name: text, result: text, times });
const appError: Decoder<AppError> = objectOf({ at: moment, kind: text, message: text, stack: listOf(text), times });
const failedRequest: Decoder<FailedRequest> = objectOf({
  at: moment,
  method: text,
  route: text,
  status: number,
  durationMs: number,
  times,
});
const client: Decoder<ClientChoice> = objectOf({ scope: oneOf(['one', 'some', 'all', 'none']), ref: optional(text) });
const fields = checked(
  'texts by name',
  (value): value is Record<string, string> =>
    typeof value === 'object' && value !== null && Object.values(value).every((field) => typeof field === 'string'),
);

const question: Decoder<Question> = objectOf({
  id,
  kind,
  text,
  fields,
  place: optional(objectOf({ label: text, route: text, element: optional(text) })),
  client: optional(client),
  whiteScreen: optional(objectOf({ parts: listOf(part) })),
  steps: listOf(step),
  errors: listOf(appError),
  failedRequests: listOf(failedRequest),
  attachments: listOf(id),
  repeats: optional(id),
});

const viewport = checked(
  'a width and a height',
  (value): value is readonly [number, number] =>
    Array.isArray(value) && value.length === 2 && value.every(Number.isFinite),
);
const environment: Decoder<Environment> = objectOf({
  app: text,
  release: text,
  browser: text,
  os: text,
  locale: text,
  viewport,
  pixelRatio: number,
});

const redaction: Decoder<Attachment['redaction']> = objectOf({
  mode: oneOf(['masked', 'manual']),
  boxes: number,
  revealed: listOf(objectOf({ spot: text, at: text })),
});

const marker: Decoder<Marker> = objectOf({
  atMs: number,
  kind: oneOf(['error', 'request', 'press', 'navigation']),
  name: text,
});

const attachment: Decoder<AgentQuestion['attachments'][number]> = objectOf({
  id,
  kind: oneOf(['screenshot', 'recording', 'file']),
  name: text,
  type: text,
  size: number,
  digests: listOf(text),
  redaction,
  width: optional(number),
  height: optional(number),
  durationMs: optional(number),
  play: optional(objectOf({ fromMs: number, toMs: number })),
  markers: optional(listOf(marker)),
  alt: optional(text),
  delayMs: optional(number),
  gaps: optional(listOf(text)),
  state: oneOf(['declared', 'uploading', 'stored', 'checked', 'available', 'quarantined', 'expired', 'erased']),
  offset: number,
  reason: optional(text),
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a value is a content tree. Tags are not looked at: what the view does not know, it shows as text. */
function isContent(value: unknown, depth = 0): value is ContentNode {
  if (typeof value === 'string') return true;
  if (!isRecord(value) || typeof value['t'] !== 'string' || depth > 8) return false;
  const children = value['c'];
  return children === undefined || (Array.isArray(children) && children.every((child) => isContent(child, depth + 1)));
}

const message: Decoder<AgentMessage> = objectOf({
  id,
  seq: number,
  at: moment,
  author: objectOf({ name: text, role: oneOf(['user', 'agent']) }),
  content: listOf(checked('content', (value): value is ContentNode => isContent(value))),
  attachments: optional(listOf(id)),
});

const nullable =
  <Value>(decoder: Decoder<Value>): Decoder<Value | null> =>
  (value, pointer) =>
    value === null || value === undefined ? { ok: true, value: null } : decoder(value, pointer);

/** Decodes one question with its evidence. */
export const agentQuestion: Decoder<AgentQuestion> = objectOf({
  row,
  question,
  reference: text,
  byMail: optional(bool),
  environment: nullable(environment),
  siblings: listOf(objectOf({ id, number: text, status, excerpt: text })),
  attachments: listOf(attachment),
  messages: listOf(message),
});

const change: Decoder<Change> = objectOf({
  seq: number,
  type: oneOf(['submission', 'question', 'message', 'attachment']),
  sid: id,
  qid: optional(id),
});

/** Decodes what changed. */
export const changePage: Decoder<ChangePage> = objectOf({ items: listOf(change), next: number, more: bool });

/** Decodes the short-lived address of an attachment's bytes. */
export const contentGrant: Decoder<ContentGrant> = objectOf({ url: text, expiresAt: text });

/** Decodes the answer to signing in. */
export const agentToken: Decoder<{ readonly token: string }> = objectOf({ token: text });

/** Decodes the two members of a problem that the inbox acts on. */
export const problemFacts: Decoder<{ readonly type: string; readonly retryable: boolean }> = objectOf({
  type: text,
  retryable: bool,
});

/** Decodes what others could not be told. */
export const undeliveredList: Decoder<{ readonly items: readonly Undelivered[] }> = objectOf({
  items: listOf(objectOf({ id: text, target: text, event: text, at: text, tries: number, reason: optional(text) })),
});
