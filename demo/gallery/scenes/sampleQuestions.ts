import { clearSubmission } from '../../../src/privacy';
import {
  freezeBundle,
  QuestionsModel,
  type Bundle,
  type DraftStore,
  type PreparedSubmission,
  type QuestionContext,
  type SentSoFar,
  type SubmissionSink,
} from '../../../src/questions';
import { DEFAULT_LIMITS, type Attachment, type Submission } from '../../../src/protocol';

type Id = PreparedSubmission['id'];
type Attached = Parameters<QuestionsModel['attach']>[0];

const clock = {
  now: () => Date.UTC(2026, 2, 12, 9),
  after(delayMs: number, action: () => void) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Makes ids that are the same in every picture of the gallery. */
const counter = (): (() => Id) => {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}` as Id; // the pattern of an id
};

/** What a sample differs in. */
export interface SampleOptions {
  /** Code with which sending fails. */
  readonly sendFails?: string;
  /** Code with which storing fails. */
  readonly storeFails?: string;
  readonly context?: QuestionContext;
  /** What the page noticed before each question. */
  readonly noticed?: Partial<Pick<Submission['questions'][number], 'steps' | 'errors' | 'failedRequests'>>;
  /** What the receiver has said; nothing while it has not answered. */
  readonly sent?: Partial<SentSoFar>;
}

const failed = (code: string) =>
  Promise.resolve({ ok: false, problem: { code, message: 'As the scene wants it.' } } as const);
const done = Promise.resolve({ ok: true, value: undefined } as const);

const store = ({ storeFails }: SampleOptions): DraftStore => {
  const act = () => (storeFails ? failed(storeFails) : done);
  return { isLasting: true, load: act, save: act, clear: act };
};

const sink = (options: SampleOptions, newId: () => Id): SubmissionSink => ({
  async prepare(bundle: Bundle) {
    const submission = freezeBundle(bundle, {
      owner: 'q1w2e3r4',
      device: newId(),
      now: clock.now(),
      timeZone: 'Europe/Amsterdam',
      environment: {
        app: 'Voorbeeldzorg',
        release: '4.2',
        browser: 'Chromium 156',
        os: 'Linux',
        locale: 'nl',
        viewport: [1280, 800],
        pixelRatio: 1,
      },
      consentVersion: '1',
    });
    return { ok: true, value: { id: newId(), submission: clearSubmission(submission, { names: [] }) } };
  },
  send: ({ id, submission }) =>
    options.sendFails
      ? failed(options.sendFails)
      : Promise.resolve({ ok: true, value: receipt(id, submission, options) }),
  follow: () => () => undefined,
});

const receipt = (id: Id, { questions }: Submission, { sent }: SampleOptions): SentSoFar => ({
  id,
  stage: 'text',
  percent: 0,
  ...(sent?.reference && {
    questions: questions.map((question, index) => ({ id: question.id, number: `${sent.reference}.${index + 1}` })),
  }),
  ...sent,
});

/** Makes a person's questions as a scene wants them. */
export function sampleQuestions(options: SampleOptions = {}): QuestionsModel {
  const newId = counter();
  return new QuestionsModel({
    draftStore: store(options),
    sink: sink(options, newId),
    clock,
    newId,
    limits: () => DEFAULT_LIMITS,
    trail: () => ({
      begin: () => undefined,
      take: () => ({ steps: [], errors: [], failedRequests: [], ...options.noticed }),
    }),
    context: () => options.context ?? { place: { label: 'Agenda › Week', route: '/agenda/week' }, clientRef: '#10432' },
  });
}

/** Puts a question in the bundle. */
export function keepQuestion(model: QuestionsModel, text: string): void {
  model.begin();
  model.answer({ text });
  model.keep();
}

/** Makes a screenshot for the manifest; there are no bytes behind it. */
export const sampleAttachment = (number = 1, change: Partial<Attachment> = {}): Attached => ({
  id: `00000000-0000-4000-8000-9${String(number).padStart(11, '0')}` as Id, // the pattern of an id
  kind: 'screenshot',
  name: `screenshot-${number}.png`,
  type: 'image/png',
  size: 182_400,
  digests: [],
  width: 1280,
  height: 800,
  redaction: { mode: 'masked', boxes: 12, revealed: [] },
  ...change,
});

/** The places of the sample host. */
export const samplePlaces = [
  'Agenda › Dag',
  'Agenda › Week',
  'Cliënten',
  'Dossier › Rapportage',
  'Dossier › Zorgplan',
  'Declaraties',
  'Instellingen',
].map((label) => ({
  label,
  route: `/${label.toLowerCase().replaceAll(' › ', '/')}`,
}));

/** A question of an ordinary day. */
export const SAVE_FAILS =
  'Als ik in de agenda op Opslaan klik gebeurt er niets. De afspraak blijft op het oude tijdstip staan.';

/** Words that do not fit on a line. */
export const LONG_WORDS =
  'Arbeidsongeschiktheidsverzekeringsmaatschappijkoppelingsfoutmeldingsoverzichtspagina werkt niet meer sinds de update van gisteren, ook niet als ik opnieuw inlog.';
