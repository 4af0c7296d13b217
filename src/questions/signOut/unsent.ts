/** What a person leaves behind on this device. */
export interface UnsentThings {
  /** Questions that were handed over and that the receiver does not have completely. */
  readonly questions: number;
  /** Replies, the same. */
  readonly replies: number;
  /** Questions in the making. */
  readonly drafts: number;
}

/** What becomes of it: it is sent first, it waits for the same person, or it is deleted. */
export type SignOutChoice = 'send' | 'keep' | 'delete';

/** Tells whether there is nothing to ask about. */
export const isNothing = ({ questions, replies, drafts }: UnsentThings): boolean => questions + replies + drafts === 0;

/** Tells whether something can go now. A draft cannot: nothing leaves that its writer has not seen as it will leave. */
export const canSend = ({ questions, replies }: UnsentThings): boolean => questions + replies > 0;
