import type { Id } from '../foundation/id';

/** What a question is about. `unsafe` skips every coach, search and limit. */
export type QuestionKind = 'problem' | 'ask' | 'wish' | 'unsafe' | 'sla';

/** Where a question stands, as the receiver sees it. */
export type QuestionStatus = 'withContact' | 'received' | 'inProgress' | 'needsInfo' | 'answered' | 'closed';

/** How far the bytes of an attachment are. */
export type AttachmentState =
  | 'declared'
  | 'uploading'
  | 'stored'
  | 'checked'
  | 'available'
  | 'quarantined'
  | 'expired'
  | 'erased';

/** One submission: the whole bundle as it is sent, hashed and receipted. */
export interface Submission {
  readonly schema: 1;
  readonly owner: string;
  readonly device: Id;
  /** RFC 3339; stored, never trusted. */
  readonly deviceTime: string;
  /** IANA name. */
  readonly timeZone: string;
  /** 1 to 20, order kept. */
  readonly questions: readonly Question[];
  /** 0 to 10: the manifest. The bytes follow by PATCH. */
  readonly attachments: readonly Attachment[];
  readonly environment: Environment | null;
  readonly consent: Consent;
  readonly deflection: { readonly shown: readonly string[]; readonly opened: readonly string[] };
  readonly colleagues: readonly string[];
}

/** That the person saw what leaves, and when. */
export interface Consent {
  readonly version: string;
  readonly reviewed: true;
  readonly at: string;
}

/** One question of a submission. */
export interface Question {
  readonly id: Id;
  readonly kind: QuestionKind;
  /** At most 10,000 code points; empty only with a recording. */
  readonly text: string;
  readonly place?: Place;
  readonly client?: ClientChoice;
  readonly whiteScreen?: WhiteScreen;
  readonly steps: readonly Step[];
  readonly errors: readonly AppError[];
  readonly failedRequests: readonly FailedRequest[];
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly Id[];
  /** Set on a missed question: the one it repeats. */
  readonly repeats?: Id;
}

/** A place in the host. `route` is a template without query, never a title. */
export interface Place {
  readonly label: string;
  readonly route: string;
  readonly element?: string;
}

/** For which client. `ref` is the host's opaque reference, never a name. */
export interface ClientChoice {
  readonly scope: 'one' | 'some' | 'all' | 'none';
  readonly ref?: string;
}

/** Which parts of the screen are white: 1 to 9, row by row from the top left. */
export interface WhiteScreen {
  readonly parts: readonly number[];
}

/** One structural step of the trail: no values. */
export interface Step {
  readonly at: string;
  readonly place: string;
  readonly role: string;
  readonly name: string;
  readonly result: string;
}

/** An error of the host, scrubbed. */
export interface AppError {
  readonly at: string;
  readonly kind: string;
  readonly message: string;
  readonly stack: readonly string[];
}

/** A failed request of the host, without bodies. */
export interface FailedRequest {
  readonly at: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

/** The browser and the app a question comes from. */
export interface Environment {
  readonly app: string;
  readonly release: string;
  readonly browser: string;
  readonly os: string;
  readonly locale: string;
  readonly viewport: readonly [width: number, height: number];
  readonly pixelRatio: number;
}

/** One thing that goes along: a screenshot, a recording, a file. Holds no bytes. */
export interface Attachment {
  readonly id: Id;
  readonly kind: 'screenshot' | 'recording' | 'file';
  /** Made by us (`screenshot-1.png`), never the name of the picked file: that may hold a person's name. */
  readonly name: string;
  /** Media type, found in the bytes. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** base64 of the SHA-256 of each MiB of plain bytes, in order. */
  readonly digests: readonly string[];
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  /** How much later than the press the picture was made. */
  readonly delayMs?: number;
  /** What could not be drawn, in words. */
  readonly gaps?: readonly string[];
  readonly redaction: Redaction;
}

/** What was covered and what the person chose to show. */
export interface Redaction {
  /** `masked`: by us, before pixels existed. `manual`: nothing was masked by us; the person looked. */
  readonly mode: 'masked' | 'manual';
  readonly boxes: number;
  readonly revealed: readonly { readonly spot: string; readonly at: string }[];
}

/** The receiver's view of a submission; the answer to its PUT is the receipt. */
export interface SubmissionView {
  readonly id: Id;
  /** For people: `24-118`. */
  readonly reference: string;
  /** `sha-256=:…:` of the bytes that were received. */
  readonly digest: string;
  readonly receivedAt: string;
  readonly cursor: number;
  readonly delivery: 'received' | 'complete' | 'incomplete' | 'withdrawn';
  readonly questions: readonly QuestionView[];
  readonly attachments: readonly AttachmentView[];
}

/** Answer of `GET /submissions?after=`: what changed since a cursor, in the order of `cursor`. */
export interface SubmissionPage {
  readonly items: readonly SubmissionView[];
  /** The cursor to ask with next time. */
  readonly next: number;
  readonly more: boolean;
}

/** One question in a `SubmissionView`. */
export interface QuestionView {
  readonly id: Id;
  /** `24-118.1` */
  readonly number: string;
  readonly status: QuestionStatus;
  /** Replies the asker has not read. */
  readonly unread: number;
  /** The first 120 characters of the asker's own words. */
  readonly excerpt: string;
}

/** One attachment in a `SubmissionView`. */
export interface AttachmentView {
  readonly id: Id;
  readonly state: AttachmentState;
  /** Bytes the receiver has committed. */
  readonly offset: number;
  readonly size: number;
  readonly erasedAt?: string;
  /** Why it was set apart, as a problem name. */
  readonly reason?: string;
}
