import type { AnswerMail } from '../callers';
import type { Clock } from '../ports';
import type { ChangeSignal } from './changeSignal';
import type { Rows } from './rows';

/** Bytes of attachments that are kept, or promised, at a time. */
export interface Quotas {
  readonly ownerBytes: number;
  readonly organisationBytes: number;
  /** What agents attach for one organisation in a day. Default: `AGENTS_DAY_BYTES`. */
  readonly agentsDayBytes?: number;
}

/** Two gigabytes of one person, two hundred of an organisation. */
export const DEFAULT_QUOTAS: Quotas = { ownerBytes: 2e9, organisationBytes: 200e9 };

/** Four hundred pictures of the largest size for one organisation: more than agents draw in a day, less than an account that was taken over could send. */
export const AGENTS_DAY_BYTES = 4e9;

/** More than anybody types, less than a program that went wrong. */
export const REPLIES_PER_HOUR = 1000;

/** What every part of the store works with. */
export interface StoreContext {
  readonly rows: Rows;
  readonly clock: Clock;
  readonly signal: ChangeSignal;
  /** Of one person; of unsafe situations as many again. */
  readonly submissionsPerHour: number;
  /** Of one person to their questions; about unsafe situations as many again. Default: as many as submissions. */
  readonly messagesPerHour?: number;
  /** Of one agent. Default: `REPLIES_PER_HOUR`. */
  readonly repliesPerHour?: number;
  /** How many bytes of attachments are kept. Default: `DEFAULT_QUOTAS`. */
  readonly quotas?: Quotas;
  /** By organisation: whose askers are told by mail that there is an answer. Default: nobody's. */
  readonly answerMails?: ReadonlyMap<string, AnswerMail>;
}
