/** Somebody's name and role, as the receiver tells it. */
export interface Person {
  readonly name: string;
  readonly role: 'user' | 'contactPerson' | 'agent' | 'colleague';
}

/** What the receiver knows of the person who asks: `GET /me`. */
export interface Me {
  /** base64url(SHA-256(iss \n org \n sub)); stands in the body of every item that is sent. */
  readonly owner: string;
  readonly organisation: string;
  readonly displayName: string;
  readonly limits: Limits;
  /** The organisation's one contact person, where there is one. */
  readonly contact?: Person;
  readonly capabilities: readonly string[];
  /** RFC 3339, the receiver's clock. */
  readonly serverTime: string;
}

/** Limits of one receiver. Bytes, counts, seconds. */
export interface Limits {
  readonly questions: number;
  readonly textLength: number;
  readonly bodyBytes: number;
  readonly attachments: number;
  readonly fileBytes: number;
  readonly imageBytes: number;
  readonly imagePixels: number;
  readonly imageSide: number;
  readonly submissionBytes: number;
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
