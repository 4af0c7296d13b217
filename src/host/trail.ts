import type { AppError, FailedRequest, Step } from '../protocol/submission';

/**
 * What happened on the page, as structure: which control, where, how it ended. No value that somebody filled in,
 * no text that is not interface, no body of a request.
 */
export type TrailEvent =
  | PressEvent
  | { readonly kind: 'navigation'; readonly at: number; readonly place: string; readonly route: string }
  | { readonly kind: 'error'; readonly at: number; readonly error: Noted<AppError> }
  | { readonly kind: 'request'; readonly at: number; readonly request: Noted<FailedRequest> };

/** A person did something with a control. `control` tells two controls without a name apart; it means nothing else. */
export interface PressEvent {
  readonly kind: 'press';
  readonly at: number;
  readonly act: 'press' | 'change' | 'submit' | 'enter';
  readonly place: string;
  readonly role: string;
  readonly name: string;
  readonly control: number;
}

/** The trail: the last steps, errors and failed requests, each oldest first. A storm of one kind pushes out nothing of another. */
export interface Trail {
  readonly steps: readonly TrailStep[];
  readonly errors: readonly Entry<AppError>[];
  readonly failedRequests: readonly Entry<FailedRequest>[];
}

/** The trail as it goes along with a question. */
export interface Noticed {
  readonly steps: readonly Step[];
  readonly errors: readonly AppError[];
  readonly failedRequests: readonly FailedRequest[];
}

type Noted<Entry extends { readonly at: string }> = Omit<Entry, 'at' | 'times'>;
type Entry<Of extends { readonly at: string }> = Noted<Of> & { readonly at: number; readonly times: number };

interface TrailStep extends Entry<Step> {
  readonly act: PressEvent['act'] | 'navigation';
  readonly control: number;
}

/** The trail of a page on which nothing has happened yet. */
export const EMPTY_TRAIL: Trail = { steps: [], errors: [], failedRequests: [] };

/** What follows a press within this time came of it. Milliseconds. */
const CONSEQUENCE_MS = 2000;
/** One act of a person may be told several times: Enter in a field is also its change, a press on a button also the sending of its form. Milliseconds. */
const ONE_ACT_MS = 300;
/** Two tellings of one load lie no further apart. Milliseconds. */
const ONE_LOAD_MS = 1000;

/** Adds what happened; of each kind the last `most` are kept. */
export function withEvent(trail: Trail, event: TrailEvent, most: number): Trail {
  const next = added(trail, { ...event, at: freeAt(trail, event.at) });
  return {
    steps: next.steps.slice(-most),
    errors: next.errors.slice(-most),
    failedRequests: next.failedRequests.slice(-most),
  };
}

function added(trail: Trail, event: TrailEvent): Trail {
  switch (event.kind) {
    case 'press':
      return { ...trail, steps: withPress(trail.steps, event) };
    case 'navigation':
      return { ...trail, steps: withNavigation(trail.steps, event) };
    case 'error':
      return {
        ...trail,
        steps: withResult(trail.steps, event.at, 'error'),
        errors: counted(trail.errors, { ...event.error, at: event.at }, isSameError),
      };
    case 'request':
      return {
        ...trail,
        steps: withResult(trail.steps, event.at, 'request'),
        failedRequests: withRequest(trail.failedRequests, { ...event.request, at: event.at }),
      };
  }
}

/** The same control again is the same step, done more often. */
function withPress(steps: readonly TrailStep[], event: PressEvent): readonly TrailStep[] {
  const { at, act, place, role, name, control } = event;
  const last = steps.at(-1);
  const isOneAct = last !== undefined && last.act !== 'navigation' && last.act !== act && at - last.at <= ONE_ACT_MS;
  if (isOneAct && act === 'submit') return steps;
  if (last && isSameControl(last, event))
    return [...steps.slice(0, -1), { ...last, act, at, times: last.times + (isOneAct ? 0 : 1) }];
  return [...steps, { at, act, place, role, name, control, result: '', times: 1 }];
}

const isSameControl = (step: TrailStep, { control, place, name }: PressEvent): boolean =>
  step.control === control && step.place === place && step.name === name;

/** A press that leads to another screen is one step, and says to which. */
function withNavigation(
  steps: readonly TrailStep[],
  { at, place, route }: Extract<TrailEvent, { readonly kind: 'navigation' }>,
): readonly TrailStep[] {
  const name = place || route;
  const last = steps.at(-1);
  if (last && isOpenEnded(last, at)) return [...steps.slice(0, -1), { ...last, result: name }];
  return [
    ...steps,
    { at, act: 'navigation', place, role: 'navigation', name: route, control: 0, result: '', times: 1 },
  ];
}

/** The step before an error or a failed request is what somebody will want to try again. An error weighs more than what else came of it. */
function withResult(steps: readonly TrailStep[], at: number, result: 'error' | 'request'): readonly TrailStep[] {
  const last = steps.at(-1);
  if (!last || last.act === 'navigation' || at - last.at > CONSEQUENCE_MS) return steps;
  if (result === 'request' && last.result === 'error') return steps;
  return [...steps.slice(0, -1), { ...last, result }];
}

const isOpenEnded = (step: TrailStep, at: number): boolean =>
  step.act !== 'navigation' && step.result === '' && at - step.at <= CONSEQUENCE_MS;

type FailedEntry = Entry<FailedRequest>;

/** A picture that does not load is told twice: by the element, without a status, and by the browser's list. */
function withRequest(entries: readonly FailedEntry[], request: Omit<FailedEntry, 'times'>): readonly FailedEntry[] {
  const isTwin = (other: FailedEntry): boolean =>
    other.route === request.route &&
    Math.abs(other.at - request.at) <= ONE_LOAD_MS &&
    (other.status === 0) !== (request.status === 0);
  const twin = [...entries].reverse().find(isTwin);
  if (!twin) return counted(entries, request, isSameRequest);
  if (request.status === 0) return entries;
  return counted(
    entries.filter((other) => other !== twin),
    request,
    isSameRequest,
  );
}

/** What happens again moves to the end with its count: a failure in a loop is one failure. */
function counted<Of extends { readonly at: string }>(
  entries: readonly Entry<Of>[],
  entry: Noted<Of> & { readonly at: number },
  isSame: (one: Noted<Of>, other: Noted<Of>) => boolean,
): readonly Entry<Of>[] {
  const earlier = entries.find((other) => isSame(other, entry));
  const next = { ...entry, times: (earlier?.times ?? 0) + 1 };
  return [...entries.filter((other) => other !== earlier), next].sort((one, other) => one.at - other.at); // a request may be told late
}

const isSameError = (one: Noted<AppError>, other: Noted<AppError>): boolean =>
  one.kind === other.kind && one.message === other.message && one.stack[0] === other.stack[0];

const isSameRequest = (one: Noted<FailedRequest>, other: Noted<FailedRequest>): boolean =>
  one.route === other.route && one.status === other.status && one.method === other.method;

/** `at` names an entry, so no two are equal. */
function freeAt(trail: Trail, at: number): number {
  const isTaken = [trail.steps, trail.errors, trail.failedRequests].some((entries) =>
    entries.some((entry) => entry.at === at),
  );
  return isTaken ? freeAt(trail, at + 1) : at;
}

/** The trail as it can be shown and sent. */
export const noticedIn = ({ steps, errors, failedRequests }: Trail): Noticed => ({
  steps: steps.map(({ act: _act, control: _control, ...step }) => dated(step)),
  errors: errors.map(dated),
  failedRequests: failedRequests.map(dated),
});

const dated = <Of extends { readonly at: number; readonly times: number }>({
  at,
  times,
  ...rest
}: Of): Omit<Of, 'at' | 'times'> & { readonly at: string; readonly times?: number } => ({
  ...rest,
  at: new Date(at).toISOString(),
  ...(times > 1 && { times }),
});

/** What is told to whoever follows the page: when, what, and its name. */
export interface Happened {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: TrailEvent['kind'];
  readonly name: string;
}

/** Tells an event in one line. */
export function happened(event: TrailEvent): Happened {
  const { at, kind } = event;
  switch (kind) {
    case 'press':
      return { at, kind, name: [event.role, event.name].filter(Boolean).join(' ') };
    case 'navigation':
      return { at, kind, name: event.place || event.route };
    case 'error':
      return { at, kind, name: event.error.kind };
    case 'request':
      return { at, kind, name: event.request.route };
  }
}
