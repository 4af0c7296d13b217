import { computed, createModel, signal } from '@preact/signals-core';
import type { Id } from './draft';
import type { PictureProblem, ReplyPicture } from './replyPicture';

type ByQuestion<Value> = Readonly<Record<string, Value>>;

/** What goes along with replies that are being written: bytes, so in memory only. */
export const ReplyPicturesModel = createModel(() => {
  const along = signal<ByQuestion<readonly ReplyPicture[]>>({});
  const troubles = signal<ByQuestion<PictureProblem | undefined>>({});
  const sentWords = signal<ByQuestion<boolean>>({});

  const of = (question: Id): readonly ReplyPicture[] => along.peek()[question] ?? [];
  const set = (question: Id, next: readonly ReplyPicture[]): void => {
    along.value = { ...along.peek(), [question]: next };
    troubles.value = { ...troubles.peek(), [question]: undefined };
  };

  return {
    /** What goes along, by question. */
    along,
    /** Why the last file does not go along, by question. */
    troubles,
    /** The words are with the asker already and can't be changed; what goes along is not there yet. By question. */
    sentWords,
    of,
    areWordsSent: (question: Id): boolean => sentWords.peek()[question] === true,
    /** Whether closing the page would lose something. */
    areThere: computed(() => Object.values(along.value).some((pictures) => pictures.length > 0)),
    add: (question: Id, picture: ReplyPicture): void => set(question, [...of(question), picture]),
    replace: (question: Id, before: Id, picture: ReplyPicture): void =>
      set(
        question,
        of(question).map((one) => (one.manifest.id === before ? picture : one)),
      ),
    remove: (question: Id, id: Id): void =>
      set(
        question,
        of(question).filter(({ manifest }) => manifest.id !== id),
      ),
    refuse(question: Id, problem: PictureProblem): void {
      troubles.value = { ...troubles.peek(), [question]: problem };
    },
    wordsSent(question: Id): void {
      sentWords.value = { ...sentWords.peek(), [question]: true };
    },
    clear(question: Id): void {
      set(question, []);
      sentWords.value = { ...sentWords.peek(), [question]: false };
    },
  };
});

/** What goes along, as its views see it. */
export type InstanceOfReplyPictures = InstanceType<typeof ReplyPicturesModel>;
