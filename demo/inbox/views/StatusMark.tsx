import type { JSX } from 'preact';
import type { QuestionStatus } from '../../../src/protocol/index';
import { say } from '../texts';

/** Each status has a form of its own, so that colour is never the only difference. */
const FORMS: Readonly<Record<QuestionStatus, JSX.Element>> = {
  withContact: (
    <>
      <circle class="ring dashed" cx="8" cy="8" r="6" />
      <path class="line" d="M8 6.2h.01M5.6 10.5a2.5 2.5 0 0 1 4.8 0" />
    </>
  ),
  received: <circle class="ring" cx="8" cy="8" r="6" />,
  inProgress: (
    <>
      <circle class="ring" cx="8" cy="8" r="6" />
      <path class="fill" d="M8 4.5a3.5 3.5 0 0 1 0 7z" />
    </>
  ),
  needsInfo: (
    <>
      <circle class="ring" cx="8" cy="8" r="6" />
      <path class="line" d="M6.5 6v4m3-4v4" />
    </>
  ),
  answered: (
    <>
      <circle class="ring" cx="8" cy="8" r="6" />
      <path class="line" d="m5.5 8.3 1.7 1.7 3.3-3.8" />
    </>
  ),
  closed: (
    <>
      <circle class="fill" cx="8" cy="8" r="6.5" />
      <path class="line onFill" d="m5.5 8.3 1.7 1.7 3.3-3.8" />
    </>
  ),
};

/** Shows where a question stands: a mark, with its word for who cannot see it. */
export const StatusMark = ({ status }: { readonly status: QuestionStatus }): JSX.Element => (
  <span class="mark" data-status={status}>
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {FORMS[status]}
    </svg>
    <span class="aside">{say(`status.${status}`)}</span>
  </span>
);

/** Shows the mark and the word of a status. */
export const StatusBadge = ({ status }: { readonly status: QuestionStatus }): JSX.Element => (
  <span class="badge" data-status={status}>
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {FORMS[status]}
    </svg>
    {say(`status.${status}`)}
  </span>
);
