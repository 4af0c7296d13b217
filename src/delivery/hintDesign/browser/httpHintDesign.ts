import { fail, succeed, type Result } from '../../../foundation/result';
import type { Decoder } from '../../../protocol/decode';
import { hintDesignPaths as paths } from '../../../protocol/paths';
import type { DeliveryProblem } from '../../deliveryProblem';
import { createAsk, type Ask, type Asked } from '../../reading/browser/ask';
import { answerOf } from '../../reading/browser/fetchAnswer';
import { readJson, readNoContent, type HttpAnswer } from '../../reading/httpAnswer';
import { designProblem } from '../designProblem';
import {
  documentOf,
  draftOf,
  hintActPage,
  hintDrafts,
  hintDraftState,
  hintFindings,
  hintRevision,
  hintRevisions,
  pausedHints,
  reportOf,
} from '../designViews';
import type { Call } from '../../ports';
import type { DesignAnswer, HintDesign, HintDesignCall } from '../ports';

/**
 * Creates what makes and publishes hints at a receiver.
 * Nothing is taken at its word: an answer of another type or shape is a problem, never a value.
 *
 * @param url the receiver's address, or a path on this origin
 */
export function createHttpHintDesign(
  url: string,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): HintDesign {
  const send = createSend(createAsk(url, fetch));
  return { ...reading(send), ...drafting(send), ...publishing(send) };
}

type Reading = Pick<HintDesign, 'live' | 'revisions' | 'document' | 'audit' | 'report'>;

function reading(send: Send): Reading {
  const get = <Value>(path: string, call: HintDesignCall, decoder: Decoder<Value>) =>
    send({ path }, call, jsonOf(decoder));
  const revisions: Reading['revisions'] = (call) => get(at(paths.revisions(), call), call, hintRevisions);
  const document: Reading['document'] = (revision, call) =>
    get(at(paths.revision(revision), call), call, documentOf({ revision, environment: call.environment }));
  return {
    revisions,
    document,
    async live(call) {
      const published = await revisions(call);
      if (!published.ok) return published;
      const [newest] = published.value;
      if (newest === undefined) return succeed(undefined);
      const read = await document(newest.revision, call);
      return read.ok ? succeed({ revision: newest.revision, document: read.value }) : read;
    },
    audit: (before, call) =>
      get(at(paths.audit(), call) + (before === undefined ? '' : `&before=${before}`), call, hintActPage),
    report: (month, call) =>
      get(`${at(paths.report(), call)}&month=${encodeURIComponent(month)}`, call, reportOf(month)),
  };
}

type Drafting = Pick<HintDesign, 'drafts' | 'draft' | 'saveDraft' | 'removeDraft'>;

const drafting = (send: Send): Drafting => ({
  drafts: (call) => send({ path: at(paths.drafts(), call) }, call, jsonOf(hintDrafts)),
  draft: (id, call) => send({ path: at(paths.draft(id), call) }, call, jsonOf(draftOf(id))),
  saveDraft: ({ draft, etag }, call) =>
    send(
      {
        path: at(paths.draft(draft.hint.id), call),
        method: 'PUT',
        headers: { ...JSON_BODY, ...(etag === 'new' ? { 'if-none-match': '*' } : { 'if-match': `"${etag}"` }) },
        body: JSON.stringify(draft),
      },
      call,
      jsonOf(hintDraftState),
    ),
  removeDraft: ({ id, etag }, call) =>
    send(
      { path: at(paths.draft(id), call), method: 'DELETE', headers: { 'if-match': `"${etag}"` } },
      call,
      readNoContent,
    ),
});

type Publishing = Pick<HintDesign, 'validate' | 'publish' | 'rollBack' | 'pause'>;

const publishing = (send: Send): Publishing => ({
  validate: (document, call) => send(posted(paths.validate(), { document }), call, jsonOf(hintFindings)),
  publish: ({ document, note, isConfirmed, after }, call) =>
    send(
      posted(paths.publish(), { document, note, ...(isConfirmed && { confirmed: true }) }, after),
      call,
      jsonOf(hintRevision),
    ),
  rollBack: ({ to, hint, note, after }, { environment, ...call }) =>
    send(posted(paths.rollBack(), { environment, to, hint, note }, after), call, jsonOf(hintRevision)),
  pause: ({ hints, isPaused, note }, { environment, ...call }) =>
    send(posted(paths.pause(), { environment, hints, paused: isPaused, note }), call, jsonOf(pausedHints)),
});

type Send = <Value>(
  request: Asked,
  call: Call,
  read: (answer: HttpAnswer) => Result<Value, DeliveryProblem>,
) => DesignAnswer<Value>;

/** Sends, reads the answer whole, and says of a problem what it means here. */
const createSend =
  (ask: Ask): Send =>
  async (request, call, read) => {
    const answer = await ask(request, call, async (response) => succeed(await answerOf(response)));
    if (!answer.ok) return fail(designProblem(answer.problem));
    const said = read(answer.value);
    return said.ok ? said : fail(designProblem(said.problem, answer.value));
  };

const jsonOf =
  <Value>(decoder: Decoder<Value>) =>
  (answer: HttpAnswer): Result<Value, DeliveryProblem> =>
    readJson(answer, decoder);

const at = (path: string, { environment }: HintDesignCall): string => `${path}?env=${encodeURIComponent(environment)}`;

const JSON_BODY = { 'content-type': 'application/json' };

const posted = (path: string, body: object, after?: number): Asked => ({
  path,
  method: 'POST',
  headers: { ...JSON_BODY, ...(after !== undefined && { 'if-match': `"${after}"` }) },
  body: JSON.stringify(body),
});
