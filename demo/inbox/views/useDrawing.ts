import { useSignal, type Signal } from '@preact/signals';
import type { Id } from '../draft';
import type { InstanceOfInbox } from '../inbox.model';
import { readPicture } from '../readPicture';
import { fileProblem, type ReplyPicture } from '../replyPicture';
import { say } from '../texts';
import type { Subject } from './Drawing';

/** How a picture is drawn on for a reply. */
export interface DrawingActs {
  readonly subject: Signal<Subject | undefined>;
  /** Draws on a picture of the question: it goes along with the reply. */
  readonly start: (attachment: Id) => Promise<void>;
  /** Draws on something that goes along already. */
  readonly again: (picture: ReplyPicture) => void;
  readonly failed: () => void;
}

/** Joins the editor with the reply to one question. */
export function useDrawing({ replies, thread, announcement }: InstanceOfInbox, question: Id): DrawingActs {
  const subject = useSignal<Subject | undefined>(undefined);
  const { pictures } = replies;
  const failed = (): void => pictures.refuse(question, 'unreadable');

  const keep = async (drawn: Blob, { alt, before }: { readonly alt: string; readonly before?: Id }): Promise<void> => {
    const read = await readPicture(drawn, { id: replies.newId(), alt });
    if (!read.ok) return pictures.refuse(question, read.problem);
    if (before === undefined) pictures.add(question, read.picture);
    else pictures.replace(question, before, read.picture);
    announcement.value = say('reply.drawn');
  };
  return {
    subject,
    failed,
    async start(attachment) {
      replies.rest(); // the note about the last reply makes place for a new one
      const problem = fileProblem({ type: 'image/png', size: 0 }, pictures.of(question).length);
      if (problem) return pictures.refuse(question, problem);
      announcement.value = say('reply.picture.opening');
      const answer = await thread.bytes(attachment);
      if (!answer.ok) return failed();
      subject.value = { picture: answer.value, onDrawn: (drawn, alt) => void keep(drawn, { alt }) };
    },
    again({ manifest, bytes }) {
      const { id, type } = manifest;
      subject.value = {
        picture: new Blob([bytes], { type }),
        onDrawn: (drawn, alt) => void keep(drawn, { alt: alt || (manifest.alt ?? ''), before: id }),
      };
    },
  };
}
