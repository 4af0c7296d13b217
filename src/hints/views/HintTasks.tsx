import type { JSX } from 'preact';
import { Icon, on, Progress, useText } from '../../ui';
import type { ShownHint } from '../shown';
import { useHints } from './hintContext';

/** Draws the tasks of a checklist: what is done stays, and can be done again. */
export function HintTasks({ hint }: { readonly hint: ShownHint }): JSX.Element {
  const t = useText();
  const { doings } = useHints();
  const tasks = hint.tasks ?? [];
  const n = tasks.filter(({ isDone }) => isDone).length;
  return (
    <>
      <Progress label={t('hint.tasks', { n, total: tasks.length })} value={(100 * n) / Math.max(1, tasks.length)} />
      <ul class="hint-tasks" role="list">
        {tasks.map((task) => (
          <li key={task.id}>
            <button
              type="button"
              class="list-row"
              data-done={task.isDone}
              {...on({ click: () => doings.task(hint.id, task.id) })}
            >
              <span class="hint-tick">{task.isDone && <Icon name="check" />}</span>
              <span class="grow">
                {task.title}
                {task.isDone && <span class="spoken">, {t('hint.task.done')}</span>}
              </span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
