import type { Question, Submission } from '../../src/protocol';
import { createTranslate } from '../../src/locale';
import type { Waiting } from '../../src/questions/mailing/mailed';
import { anId } from './builders';
import { nl } from './dutch';

/** Dutch as the screens say it. */
export const dutchTexts = createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' });

/** A question that waits, as it would be sent; `number` decides its id. */
export const aWaitingQuestion = (number = 1, change: Partial<Question> = {}): Question => ({
  id: anId(number),
  kind: 'problem',
  text: `Vraag ${number}: opslaan in de agenda doet niets.`,
  place: { label: 'Agenda › Week', route: '/agenda/week' },
  client: { scope: 'one', ref: 'REF-10432' },
  steps: [{ at: '2026-03-12T08:59:00Z', place: 'Agenda', role: 'button', name: 'STAP-Opslaan', result: '' }],
  errors: [{ at: '2026-03-12T08:59:01Z', kind: 'TypeError', message: 'FOUT-x is undefined', stack: [] }],
  failedRequests: [{ at: '2026-03-12T08:59:02Z', method: 'GET', route: '/api/VERZOEK', status: 500, durationMs: 12 }],
  fields: {},
  attachments: [],
  ...change,
});

/** A submission that waits on the device. */
export const aWaiting = (change: Partial<Submission> = {}): Waiting => ({
  id: anId(500),
  submission: {
    schema: 1,
    owner: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c',
    device: anId(77),
    deviceTime: '2026-03-12T09:00:00Z',
    timeZone: 'Europe/Amsterdam',
    questions: [aWaitingQuestion()],
    attachments: [],
    environment: null,
    consent: { version: '1', reviewed: true, at: '2026-03-12T09:00:00Z' },
    deflection: { shown: [], opened: [] },
    colleagues: [],
    ...change,
  },
});
