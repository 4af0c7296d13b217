import type { JSX } from 'preact';
import type { AppError, FailedRequest, Step } from '../../../src/protocol/index';
import { formatDuration, formatTime } from '../format';
import { say } from '../texts';

/** Shows the last steps before the question, as a line with stops; nothing when there are none. */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }): JSX.Element | null =>
  steps.length === 0 ? null : (
    <section class="evidencePart">
      <h3>{say('evidence.steps')}</h3>
      <ol class="steps">
        {steps.map((step, index) => (
          <li key={index}>
            <time class="small muted" dateTime={step.at}>
              {formatTime(step.at)}
            </time>
            <span>
              {[step.role, step.name].filter(Boolean).join(' ')}
              <span class="small muted">{[step.place, step.result].filter(Boolean).join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );

/** Shows the errors of the app, each with where in the code it happened. */
export const Problems = ({ errors }: { readonly errors: readonly AppError[] }): JSX.Element | null =>
  errors.length === 0 ? null : (
    <section class="evidencePart">
      <h3>{say('evidence.errors')}</h3>
      <ul class="problems">
        {errors.map((error, index) => (
          <li key={index}>
            <p class="problemLine">
              <time class="small muted" dateTime={error.at}>
                {formatTime(error.at)}
              </time>
              <strong>{error.kind}</strong>
            </p>
            <p>{error.message}</p>
            {error.stack.length > 0 && (
              <details>
                <summary class="small">{say('evidence.errors.stack')}</summary>
                <pre tabIndex={0}>{error.stack.join('\n')}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

/** Shows the requests of the app that failed. */
export const FailedRequests = ({ requests }: { readonly requests: readonly FailedRequest[] }): JSX.Element | null =>
  requests.length === 0 ? null : (
    <section class="evidencePart">
      <h3>{say('evidence.requests')}</h3>
      <ul class="problems">
        {requests.map((request, index) => (
          <li key={index}>
            <p class="problemLine">
              <time class="small muted" dateTime={request.at}>
                {formatTime(request.at)}
              </time>
              <strong>{request.status || say('evidence.requests.noAnswer')}</strong>
              <span class="small muted">{formatDuration(request.durationMs)}</span>
            </p>
            <p>
              <code>
                {request.method} {request.route}
              </code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
