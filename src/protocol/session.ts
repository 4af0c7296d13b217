import type { MailContent } from './mail';

/** Somebody's name and role, as the receiver tells it. */
export interface Person {
  /** For display. */
  readonly name: string;
  /** What they are in this conversation. */
  readonly role: 'user' | 'contactPerson' | 'agent' | 'colleague';
}

/** What the receiver knows of the person who asks: `GET /me`. */
export interface Me {
  /** base64url(SHA-256(iss \n org \n sub)); stands in the body of every item that is sent. */
  readonly owner: string;
  /** Name of the organisation, for display. */
  readonly organisation: string;
  /** Name of the person, for display. */
  readonly displayName: string;
  /** What this receiver accepts. */
  readonly limits: Limits;
  /** The organisation's one contact person, where there is one. */
  readonly contact?: Person;
  /** What the organisation lets go by ordinary mail when sending does not get through. Absent: words only. */
  readonly mailFallback?: MailContent;
  /** Names of what is new since version 1 of the protocol. */
  readonly capabilities: readonly string[];
  /** RFC 3339, the receiver's clock. */
  readonly serverTime: string;
}

/** Limits of one receiver. Bytes, counts, seconds. */
export interface Limits {
  /** Questions of one submission. */
  readonly questions: number;
  /** Code points of one text. */
  readonly textLength: number;
  /** Bytes of one JSON body. */
  readonly bodyBytes: number;
  /** Attachments of one submission. */
  readonly attachments: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of one picture. */
  readonly imageBytes: number;
  /** Width times height of one picture. */
  readonly imagePixels: number;
  /** Pixels of the longest side of one picture. */
  readonly imageSide: number;
  /** Bytes of all attachments of one submission. */
  readonly submissionBytes: number;
  /** Bytes of one piece of an upload. */
  readonly chunkBytes: number;
}

/** What holds until the receiver has said otherwise. */
export const DEFAULT_LIMITS: Limits = {
  questions: 20,
  textLength: 10_000,
  bodyBytes: 1_048_576,
  attachments: 10,
  fileBytes: 25_000_000,
  imageBytes: 10 * 1_048_576,
  imagePixels: 50_000_000,
  imageSide: 16_384,
  submissionBytes: 200_000_000,
  chunkBytes: 1_048_576,
};
