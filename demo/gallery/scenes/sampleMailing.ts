import { MailingModel, type MailingModelInstance, type MailRules, type Standing } from '../../../src/questions/mailing';
import type { Submission } from '../../../src/protocol';
import { sampleAttachment, SAVE_FAILS } from './sampleQuestions';
import { sampleId } from './sampleConversations';

/** What a sample differs in. */
export interface SampleMailing {
  readonly texts?: readonly string[];
  readonly standing?: Standing;
  readonly rules?: Partial<MailRules>;
  readonly withPicture?: boolean;
  /** Whether the words can be read, are gone, or never come. */
  readonly words?: 'here' | 'closed' | 'gone' | 'never';
  /** Whether the clipboard works. */
  readonly copies?: boolean;
}

const question = (text: string, index: number): Submission['questions'][number] => ({
  id: sampleId(10 + index),
  kind: 'problem',
  text,
  place: { label: 'Agenda › Week', route: '/agenda/week' },
  steps: [],
  errors: [],
  failedRequests: [],
  fields: { since: 'gisteren' },
  attachments: [],
});

const submissionOf = ({ texts = [SAVE_FAILS], withPicture = false }: SampleMailing): Submission => ({
  schema: 1,
  owner: 'q1w2e3r4',
  device: sampleId(1),
  deviceTime: '2026-03-12T09:00:00Z',
  timeZone: 'Europe/Amsterdam',
  questions: texts.map(question),
  attachments: withPicture ? [sampleAttachment()] : [],
  environment: null,
  consent: { version: '1', reviewed: true, at: '2026-03-12T09:00:00Z' },
  deflection: { shown: [], opened: [] },
  colleagues: [],
});

const found = (options: SampleMailing) => {
  const waiting = { id: sampleId(2), submission: submissionOf(options) };
  return { ok: true, value: options.words === 'gone' ? undefined : waiting } as const;
};

/** Makes the other ways as a scene wants them. */
export const sampleMailing = (options: SampleMailing = {}): MailingModelInstance =>
  new MailingModel({
    desk: {
      follow(listener) {
        listener(options.standing ?? { state: 'waiting', problem: 'no-answer' });
        return () => undefined;
      },
      async read() {
        if (options.words === 'never') await new Promise(() => undefined);
        if (options.words === 'closed')
          return { ok: false, problem: { code: 'session-lost', message: 'As the scene wants it.' } };
        return found(options);
      },
      picture: async () => undefined,
      sendAgain: async () => undefined,
    },
    device: { copy: async () => options.copies ?? true, save: () => undefined },
    rules: { content: 'text-only', to: 'info@voorbeeldzorg.example', ...options.rules },
    clock: { now: () => Date.UTC(2026, 2, 12, 9), after: () => () => undefined },
  });
