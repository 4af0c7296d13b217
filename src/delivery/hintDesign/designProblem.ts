import { listOf, objectOf, optional, text } from '../../protocol/decode';
import type { HintDraftState } from '../../protocol/hintDraft';
import type { HintFinding } from '../../protocol/readShape';
import { deliveryProblem, type DeliveryProblem } from '../deliveryProblem';
import { decodeJson, type HttpAnswer } from '../reading/httpAnswer';
import { hintFinding, moment, tag } from './designViews';

/** Why something about hints was not done, and what who makes them can do about it. */
export type HintDesignProblem = DeliveryProblem & Why;

type Why =
  /** Somebody was first. `present` is what is there now; left out: it was thrown away. */
  | { readonly is: 'draft-changed'; readonly present?: Omit<HintDraftState, 'basedOn'> }
  /** Somebody published. `live` is their revision; left out: the answer did not say. */
  | { readonly is: 'published'; readonly live?: number }
  | { readonly is: 'faulty'; readonly findings: readonly HintFinding[] }
  | { readonly is: 'no-role' }
  | { readonly is: 'not-found' }
  | { readonly is: 'too-often'; readonly seconds: number }
  | { readonly is: 'no-room' }
  /** Nobody knows whether it was done. The same may be sent again. */
  | { readonly is: 'cut-off' }
  /** Not done, and the same will be refused again; `code` says why. */
  | { readonly is: 'refused' };

/** Says what a problem means for who makes hints. `answer` is the one that it was read from, if any came. */
export function designProblem(problem: DeliveryProblem, answer?: HttpAnswer): HintDesignProblem {
  const meaning = MEANINGS.get(problem.code);
  if (meaning === undefined || answer === undefined)
    return { ...problem, is: problem.retryable ? 'cut-off' : 'refused' };
  const why = meaning(problem, answer);
  return why === undefined ? { ...untold(problem), is: 'refused' } : { ...problem, ...why };
}

/** Gives nothing when the receiver said it, and not what belongs to it. */
type Meaning = (problem: DeliveryProblem, answer: HttpAnswer) => Why | undefined;

/** Where the receiver asks us to wait and does not say how long. */
const WAIT_MS = 60_000;

const noRoom: Meaning = () => ({ is: 'no-room' });

const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['draft-changed', (_problem, { text: body }) => draftChanged(body)],
  ['revision-changed', (_problem, answer) => ({ is: 'published', ...liveIn(answer) })],
  ['invalid-hints', (_problem, { text: body }) => faulty(body)],
  ['role-missing', () => ({ is: 'no-role' })],
  ['not-found', () => ({ is: 'not-found' })],
  ['rate-limited', ({ retryAfterMs = WAIT_MS }) => ({ is: 'too-often', seconds: Math.ceil(retryAfterMs / 1000) })],
  ['quota-organisation', noRoom],
  ['receiver-full', noRoom],
  ['proxy-too-large', () => ({ is: 'refused' })], // time does not heal it: the same is as large again
]);

const present = objectOf({ etag: optional(tag), changedAt: optional(moment), changedBy: optional(text) });

function draftChanged(body: string): Why | undefined {
  const told = decodeJson(body, present);
  if (!told.ok) return undefined;
  const { etag, changedAt, changedBy } = told.value;
  if (etag === undefined) return { is: 'draft-changed' };
  return changedAt === undefined || changedBy === undefined
    ? undefined
    : { is: 'draft-changed', present: { etag, changedAt, changedBy } };
}

const refusedFor = objectOf({ errors: listOf(hintFinding) });

function faulty(body: string): Why | undefined {
  const told = decodeJson(body, refusedFor);
  return told.ok && told.value.errors.length > 0 ? { is: 'faulty', findings: told.value.errors } : undefined;
}

function liveIn(answer: HttpAnswer): { readonly live?: number } {
  const live = /^"(\d{1,9})"$/.exec(answer.header('etag') ?? '')?.[1];
  return live === undefined ? {} : { live: Number(live) };
}

const untold = ({ status }: DeliveryProblem): DeliveryProblem =>
  deliveryProblem('unreadable-answer', {
    status,
    retryable: false,
    message: `The answer ${status} does not say what belongs to its problem.`,
  });
