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
  /** Version of this shape. */
  readonly schema: 1;
  /** base64url(SHA-256(iss \n org \n sub)) of who asks. */
  readonly owner: string;
  /** Number of this browser for this person; random. */
  readonly device: Id;
  /** RFC 3339; stored, never trusted. */
  readonly deviceTime: string;
  /** IANA name. */
  readonly timeZone: string;
  /** 1 to 20, order kept. */
  readonly questions: readonly Question[];
  /** 0 to 10: the manifest. The bytes follow by PATCH. */
  readonly attachments: readonly Attachment[];
  /** Where it was asked; null when the person took it out. */
  readonly environment: Environment | null;
  /** That the person saw all of it. */
  readonly consent: Consent;
  /** Help that was shown and opened before, by id. */
  readonly deflection: { readonly shown: readonly string[]; readonly opened: readonly string[] };
  /** Who gets a copy of the answers. */
  readonly colleagues: readonly string[];
}

/** That the person saw what leaves, and when. */
export interface Consent {
  /** Which wording the person saw. */
  readonly version: string;
  /** Always true: without it nothing is sent. */
  readonly reviewed: true;
  /** RFC 3339, the device's clock. */
  readonly at: string;
}

/** One question of a submission. */
export interface Question {
  /** Made on the device. */
  readonly id: Id;
  /** What it is about. */
  readonly kind: QuestionKind;
  /** At most 10,000 code points; empty only with a recording. */
  readonly text: string;
  /** Where in the app. */
  readonly place?: Place;
  /** For which client. */
  readonly client?: ClientChoice;
  /** Present when the person sees a white screen. */
  readonly whiteScreen?: WhiteScreen;
  /** What the person did last, oldest first. */
  readonly steps: readonly Step[];
  /** What went wrong in the app, oldest first. */
  readonly errors: readonly AppError[];
  /** What the app could not fetch, oldest first. */
  readonly failedRequests: readonly FailedRequest[];
  /** Extra answers by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Ids in the submission's manifest, in order. */
  readonly attachments: readonly Id[];
  /** Set on a missed question: the one it repeats. */
  readonly repeats?: Id;
}

/** A place in the host. `route` is a template without query, never a title. */
export interface Place {
  /** In the host's words. */
  readonly label: string;
  /** Template such as `/clienten/:ref`; empty when the host has none. */
  readonly route: string;
  /** Name of a part of the screen. */
  readonly element?: string;
}

/** For which client. `ref` is the host's opaque reference, never a name. */
export interface ClientChoice {
  /** One, a few, all, or none. */
  readonly scope: 'one' | 'some' | 'all' | 'none';
  /** Only with scope `one`. */
  readonly ref?: string;
}

/** Which parts of the screen are white: 1 to 9, row by row from the top left. */
export interface WhiteScreen {
  /** Empty when the person did not say which. */
  readonly parts: readonly number[];
}

/** One structural step of the trail: no values. */
export interface Step {
  /** RFC 3339. */
  readonly at: string;
  /** Name of the place. */
  readonly place: string;
  /** Role of the control, such as `button`. */
  readonly role: string;
  /** Static name of the control. */
  readonly name: string;
  /** What happened next, structurally. */
  readonly result: string;
}

/** An error of the host, scrubbed. */
export interface AppError {
  /** RFC 3339. */
  readonly at: string;
  /** Name of the error, such as `TypeError`. */
  readonly kind: string;
  /** Scrubbed. */
  readonly message: string;
  /** Function names and files, scrubbed. */
  readonly stack: readonly string[];
}

/** A failed request of the host, without bodies. */
export interface FailedRequest {
  /** RFC 3339. */
  readonly at: string;
  /** HTTP method. */
  readonly method: string;
  /** Template, without query. */
  readonly route: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** From start to answer. */
  readonly durationMs: number;
}

/** The browser and the app a question comes from. */
export interface Environment {
  /** Name of the host application. */
  readonly app: string;
  /** Its version, as the host tells it. */
  readonly release: string;
  /** Name and major version. */
  readonly browser: string;
  /** Name, with major version on phones. */
  readonly os: string;
  /** BCP 47. */
  readonly locale: string;
  /** CSS pixels. */
  readonly viewport: readonly [width: number, height: number];
  /** Device pixels per CSS pixel, two decimals. */
  readonly pixelRatio: number;
}

/** One thing that goes along: a screenshot, a recording, a file. Holds no bytes. */
export interface Attachment {
  /** Made on the device. */
  readonly id: Id;
  /** What it is. */
  readonly kind: 'screenshot' | 'recording' | 'file';
  /** Made by us (`screenshot-1.png`), never the name of the picked file: that may hold a person's name. */
  readonly name: string;
  /** Media type, found in the bytes. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** base64 of the SHA-256 of each MiB of plain bytes, in order. */
  readonly digests: readonly string[];
  /** CSS pixels of a screenshot, pixels of another picture. */
  readonly width?: number;
  /** As `width`. */
  readonly height?: number;
  /** Of a recording: the whole file, also what `play` leaves out. */
  readonly durationMs?: number;
  /** Of a recording: the part to watch; absent when that is all of it. */
  readonly play?: PlayRange;
  /** Of a recording: what happened while it ran, in order of time. 0 to 200. */
  readonly markers?: readonly Marker[];
  /** What there is to see, in the person's own words. */
  readonly alt?: string;
  /** How much later than the press the picture was made. */
  readonly delayMs?: number;
  /** What could not be drawn, in words. */
  readonly gaps?: readonly string[];
  /** What was covered. */
  readonly redaction: Redaction;
}

/** The part of a recording that is meant to be watched. Milliseconds from its first frame, `fromMs` before `toMs`. */
export interface PlayRange {
  /** First moment to watch. */
  readonly fromMs: number;
  /** Last moment to watch. */
  readonly toMs: number;
}

/** A moment of a recording that is worth jumping to. Structure only: no value, no text of the page that is not interface. */
export interface Marker {
  /** Milliseconds from the first frame; pauses do not count. */
  readonly atMs: number;
  /** What happened: an error of the app, a request that failed, a press, another screen. */
  readonly kind: 'error' | 'request' | 'press' | 'navigation';
  /** Static name: of the error, the request's route, the control, the place. Scrubbed. */
  readonly name: string;
}

/** What was covered and what the person chose to show. */
export interface Redaction {
  /** `masked`: by us, before pixels existed. `manual`: nothing was masked by us; the person looked. */
  readonly mode: 'masked' | 'manual';
  /** Number of covered spots. */
  readonly boxes: number;
  /** Spots that the person chose to show, by their static name. */
  readonly revealed: readonly { readonly spot: string; readonly at: string }[];
}

/** The receiver's view of a submission; the answer to its PUT is the receipt. */
export interface SubmissionView {
  /** The submission. */
  readonly id: Id;
  /** For people: `24-118`. */
  readonly reference: string;
  /** `sha-256=:…:` of the bytes that were received. */
  readonly digest: string;
  /** RFC 3339, the receiver's clock. */
  readonly receivedAt: string;
  /** Place in the change feed. */
  readonly cursor: number;
  /** How much has arrived; `complete` only when every byte is there. */
  readonly delivery: 'received' | 'complete' | 'incomplete' | 'withdrawn';
  /** In the order of the submission. */
  readonly questions: readonly QuestionView[];
  /** In the order of the manifest. */
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
  /** The question. */
  readonly id: Id;
  /** `24-118.1` */
  readonly number: string;
  /** Where it stands. */
  readonly status: QuestionStatus;
  /** Replies the asker has not read. */
  readonly unread: number;
  /** The first 120 characters of the asker's own words. */
  readonly excerpt: string;
}

/** One attachment in a `SubmissionView`. */
export interface AttachmentView {
  /** The attachment. */
  readonly id: Id;
  /** How far its bytes are. */
  readonly state: AttachmentState;
  /** Bytes the receiver has committed. */
  readonly offset: number;
  /** Bytes, as declared. */
  readonly size: number;
  /** RFC 3339; when its term ended. */
  readonly erasedAt?: string;
  /** Why it was set apart, as a problem name. */
  readonly reason?: string;
}
