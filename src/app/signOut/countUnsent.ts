import type { OutboxItemView } from '../../delivery';
import type { UnsentThings } from '../../questions/signOut';
import type { WorkspaceModelInstance } from '../panel/workspace.model';

/** Counts what a person leaves behind: in the making, and handed over without having arrived completely. */
export async function countUnsent(workspace: WorkspaceModelInstance): Promise<UnsentThings> {
  const drafts = workspace.questions.bundle.peek().questions.length;
  const outbox = await workspace
    .ownerSpace()
    .outbox()
    .catch(() => undefined); // nobody is signed in, or a part did not arrive: then nothing can be sent
  if (!outbox) return { questions: 0, replies: 0, drafts };
  const open = outbox.items.peek().filter(({ state }) => state !== 'done');
  const perSubmission = await Promise.all(
    open.filter(({ kind }) => kind === 'submission').map(async ({ id }) => questionsIn(await outbox.content(id))),
  );
  return {
    questions: perSubmission.reduce((sum, count) => sum + count, 0),
    replies: open.filter(isReply).length,
    drafts,
  };
}

type Content = Awaited<
  ReturnType<Awaited<ReturnType<ReturnType<WorkspaceModelInstance['ownerSpace']>['outbox']>>['content']>
>;

/** One at least: words that cannot be read now are somebody's all the same. */
const questionsIn = (content: Content): number =>
  content.ok && content.value && 'questions' in content.value ? content.value.questions.length : 1;

const isReply = ({ kind }: OutboxItemView): boolean => kind === 'message';
