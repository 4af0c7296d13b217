import type { AnswerMail, Clock } from '../ports';
import type { ChangeSignal } from './changeSignal';
import type { Rows } from './rows';

/** Bytes of attachments that are kept, or promised, at a time. */
export interface Quotas {
  readonly ownerBytes: number;
  readonly organisationBytes: number;
}

/** Two gigabytes of one person, two hundred of an organisation. */
export const DEFAULT_QUOTAS: Quotas = { ownerBytes: 2e9, organisationBytes: 200e9 };

/** What every part of the store works with. */
export interface StoreContext {
  readonly rows: Rows;
  readonly clock: Clock;
  readonly signal: ChangeSignal;
  /** Of one person; of unsafe situations as many again. */
  readonly submissionsPerHour: number;
  /** How many bytes of attachments are kept. Default: `DEFAULT_QUOTAS`. */
  readonly quotas?: Quotas;
  /** By organisation: whose askers are told by mail that there is an answer. Default: nobody's. */
  readonly answerMails?: ReadonlyMap<string, AnswerMail>;
}
