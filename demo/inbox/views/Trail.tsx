import type { JSX } from 'preact';
import type { AppError, FailedRequest, Question, Step } from '../../../src/protocol/index';
import { formatDuration, formatTime } from '../format';
import { say, type TextKey } from '../texts';
import { timelineOf, type Before } from '../timeline';

/** Shows what went before a question on one line of time: the steps, with each error and failed request where it happened. */
export function Trail({
  question,
}: {
  readonly question: Pick<Question, 'steps' | 'errors' | 'failedRequests'>;
}): JSX.Element | null {
  const events = timelineOf(question);
  if (events.length === 0) return null;
  return (
    <section class="evidencePart">
      <h3>{say('evidence.before')}</h3>
      <ol class="trail" aria-label={say('evidence.before')}>
        {events.map((event, index) => (
          <li key={index} data-kind={event.kind}>
            <time class="small muted" dateTime={event.at}>
              {formatTime(event.at)}
            </time>
            <Event {...event} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Event(event: Before): JSX.Element {
  switch (event.kind) {
    case 'step':
      return <Done step={event.value} />;
    case 'error':
      return <Broken error={event.value} />;
    case 'request':
      return <Failed request={event.value} />;
  }
}

const ROLES: Readonly<Record<string, TextKey>> = {
  button: 'role.button',
  menuitem: 'role.button',
  link: 'role.link',
  tab: 'role.tab',
  textbox: 'role.field',
  searchbox: 'role.field',
  spinbutton: 'role.field',
  slider: 'role.field',
  file: 'role.file',
  combobox: 'role.choice',
  listbox: 'role.choice',
  option: 'role.choice',
  radio: 'role.choice',
  checkbox: 'role.check',
  switch: 'role.check',
  row: 'role.row',
  navigation: 'role.navigation',
};

/** What came of a step stands below it as a line of its own, unless it led somewhere. */
const leadsTo = ({ result }: Step): string => (result === 'error' || result === 'request' ? '' : result);

function Done({ step }: { readonly step: Step }): JSX.Element {
  const role = say(ROLES[step.role] ?? 'role.element');
  return (
    <div>
      <p>
        <span class="muted">{role}</span> {step.name && <strong>{step.name}</strong>} <Times times={step.times} />
      </p>
      {(step.place || leadsTo(step)) && (
        <p class="small muted">{[step.place, leadsTo(step)].filter(Boolean).join(' → ')}</p>
      )}
    </div>
  );
}

function Broken({ error }: { readonly error: AppError }): JSX.Element {
  return (
    <div>
      <p>
        <strong>{error.kind}</strong> <Times times={error.times} />
      </p>
      <p>{error.message}</p>
      {error.stack.length > 0 && (
        <details>
          <summary class="small">{say('evidence.errors.stack')}</summary>
          <pre tabIndex={0}>{error.stack.join('\n')}</pre>
        </details>
      )}
    </div>
  );
}

function Failed({ request }: { readonly request: FailedRequest }): JSX.Element {
  return (
    <div>
      <p>
        <span class="muted">{say('evidence.requests.failed')}</span>{' '}
        <strong>{request.status || say('evidence.requests.noAnswer')}</strong> <Times times={request.times} />
      </p>
      <p>
        <code>{`${request.method} ${request.route}`.trim()}</code>
      </p>
      {request.durationMs > 0 && (
        <p class="small muted">{say('evidence.requests.after', { duration: formatDuration(request.durationMs) })}</p>
      )}
    </div>
  );
}

const Times = ({ times = 1 }: { readonly times: number | undefined }): JSX.Element | null =>
  times > 1 ? <span class="times">{say('evidence.times', { times })}</span> : null;
