import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AgentQuestion } from '../../../src/protocol/index';
import { readPicture } from '../readPicture';
import { fileProblem } from '../replyPicture';
import type { InstanceOfReplies } from '../replies.model';

/** How files come into a reply, besides the picker. */
export interface ReplyFiles {
  /** Something is held above the reply. */
  readonly isOver: ReadonlySignal<boolean>;
  readonly take: (files: readonly File[]) => void;
  readonly paste: (event: ClipboardEvent) => void;
  readonly dragOver: (event: DragEvent) => void;
  readonly dragLeave: (event: DragEvent) => void;
  readonly drop: (event: DragEvent) => void;
}

/** Takes files that are pasted, dropped or picked; while there are any, leaving the page asks first. */
export function useReplyFiles(replies: InstanceOfReplies, question: AgentQuestion['row']['id']): ReplyFiles {
  const isOver = useSignal(false);
  const { pictures } = replies;
  const there = pictures.areThere.value;
  useEffect(() => {
    if (!there) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [there]);

  const takeAll = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const problem = fileProblem(file, pictures.of(question).length);
      const read = problem ? { ok: false as const, problem } : await readPicture(file, { id: replies.newId() });
      if (read.ok) pictures.add(question, read.picture);
      else pictures.refuse(question, read.problem);
    }
  };
  const take = (files: readonly File[]): void => {
    if (!pictures.areWordsSent(question) && replies.sending.peek() === undefined) void takeAll(files);
  };
  return {
    isOver,
    take,
    paste(event) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    },
    dragOver(event) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = true;
    },
    dragLeave(event) {
      const { currentTarget, relatedTarget } = event;
      if (currentTarget instanceof Node && currentTarget.contains(relatedTarget as Node | null)) return; // an event's other target is a node or nothing
      isOver.value = false;
    },
    drop(event) {
      event.preventDefault();
      isOver.value = false;
      take([...(event.dataTransfer?.files ?? [])]);
    },
  };
}
