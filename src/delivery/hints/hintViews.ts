import { bool, checked, listOf, objectOf, oneOf, optional, text, type Decoder } from '../../protocol/decode';
import { HINT_ASSET_BYTES, HINT_ASSET_TYPES } from '../../protocol/hintAsset';
import type { HintHistory } from '../../protocol/hintState';
import { count } from '../reading/views';

/** What is live of hints. */
export type HintIndexAnswer =
  /** It is what has the tag that was known. */
  | { readonly is: 'unchanged' }
  /** Nothing is published, or no longer. */
  | { readonly is: 'nothing' }
  /** `index` is an index of `docs/hints.md`; `tag` is another one as soon as anything in it is, also when a hint is paused. */
  | { readonly is: 'index'; readonly tag: string; readonly index: object };

/** A picture of a hint. */
export interface HintPicture {
  /** `image/png`, `image/jpeg` or `image/webp`. */
  readonly type: string;
  /** The whole of it. */
  readonly bytes: ArrayBuffer;
}

/** Reads a picture of a hint: one that may be shown, and that is not too large to keep. */
export const hintPicture: Decoder<HintPicture> = objectOf({
  type: oneOf(HINT_ASSET_TYPES),
  bytes: checked(
    `an ArrayBuffer of at most ${HINT_ASSET_BYTES} bytes`,
    (value): value is ArrayBuffer =>
      Object.prototype.toString.call(value) === '[object ArrayBuffer]' && // also one of another frame
      (value as ArrayBuffer).byteLength <= HINT_ASSET_BYTES, // just proved
  ),
});

const moment: Decoder<string> = checked(
  'a moment',
  (value): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
);

/** Reads what somebody did with hints. */
export const hintHistory: Decoder<HintHistory> = objectOf({
  records: listOf(
    objectOf({
      hint: text,
      shown: count,
      lastShownAt: optional(moment),
      openedAt: optional(moment),
      dismissedAt: optional(moment),
      neverAt: optional(moment),
      doneAt: optional(moment),
      snoozedUntil: optional(moment),
      resetAt: optional(moment),
      tour: optional(objectOf({ step: text, rev: count, at: moment })),
    }),
  ),
  off: optional(objectOf({ value: bool, at: moment })),
});

/** An object, as it is: who shows hints reads it member by member, since a receiver may be newer. */
export const anyObject: Decoder<object> = checked(
  'an object',
  (value): value is object => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const index = objectOf({ is: oneOf(['index']), tag: text, index: anyObject });
const other = objectOf({ is: oneOf(['unchanged', 'nothing']) });

/** Reads what is live, as an object of the host's gives it. */
export const hintIndexAnswer: Decoder<HintIndexAnswer> = (value, pointer) => {
  const read = other(value, pointer);
  return read.ok ? read : index(value, pointer);
};
