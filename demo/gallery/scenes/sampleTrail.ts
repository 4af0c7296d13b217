import type { AppError, FailedRequest, Step } from '../../../src/protocol';

const at = (second: number): string => new Date(Date.UTC(2026, 2, 12, 8, 55, second)).toISOString();

/** Makes steps of an ordinary morning. */
export const sampleSteps = (count: number): readonly Step[] =>
  Array.from({ length: count }, (_, index) => {
    const step = STEPS[index % STEPS.length] ?? { place: '', role: 'button', name: '', result: '' };
    return { ...step, at: at(index * 7) };
  });

const STEPS: readonly Omit<Step, 'at'>[] = [
  { place: 'Vandaag', role: 'link', name: 'Cliënten', result: 'Cliënten' },
  { place: 'Cliënten', role: 'element', name: '', result: 'Dossier › Overzicht' },
  { place: 'Dossier › Overzicht', role: 'tab', name: 'Rapportage', result: 'Dossier › Rapportage' },
  { place: 'Dossier › Rapportage', role: 'textbox', name: 'Nieuwe rapportage', result: '' },
  { place: 'Dossier › Rapportage', role: 'button', name: 'Opslaan', result: 'error', times: 3 },
  { place: '', role: 'navigation', name: '/agenda/week', result: '' },
];

/** Names that fit nowhere. */
export const longSteps: readonly Step[] = [
  {
    at: at(1),
    place: 'Arbeidsongeschiktheidsverzekeringsmaatschappijkoppeling › Overzichtspagina',
    role: 'button',
    name: 'Arbeidsongeschiktheidsverzekeringsmaatschappijkoppelingsfoutmeldingsoverzichtspagina bijwerken',
    result: '/api/arbeidsongeschiktheidsverzekeringsmaatschappijkoppelingsfoutmeldingen/:id/bijlagen/:id',
  },
];

/** An error that the app made, with where. */
export const sampleErrors: readonly AppError[] = [
  {
    at: at(30),
    kind: 'TypeError',
    message: "Cannot read properties of undefined (reading 'save')",
    stack: ['saveReport (/assets/main-4f3a.js:120:14)', 'HTMLButtonElement.onclick (/clienten/:ref:3:1)'],
    times: 3,
  },
];

/** Requests that failed, one without an answer. */
export const sampleFailures: readonly FailedRequest[] = [
  { at: at(29), method: '', route: '/api/v2/clients/:id/reports', status: 500, durationMs: 1840 },
  { at: at(31), method: '', route: '/api/v2/session', status: 0, durationMs: 0 },
];
