import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { InstanceOfInbox } from '../inbox.model';
import { actOf, type Act } from '../keys';
import { hrefOf } from '../route';
import { rowBeside, type Filter } from '../rows';

/** What the keys of the desk act on. */
export interface DeskKeys {
  readonly inbox: InstanceOfInbox;
  readonly singleKeys: Signal<boolean>;
  readonly showKeys: () => void;
}

/** Listens to the keys of the "Toetsen" dialog as long as the desk stands. An open dialog has its own keys. */
export function useDeskKeys(keys: DeskKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const at = event.target instanceof Element ? event.target : document.body;
      const act = actOf({
        key: event.key,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        typing: at.matches('textarea, input:not([type=radio], [type=checkbox])'),
        inList: at.closest('#questions') !== null,
        singleKeys: keys.singleKeys.peek(),
      });
      if (act && perform(act, at, keys)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Does what a key asks; tells whether there was something to do. */
function perform(act: Act, at: Element, { inbox, showKeys }: DeskKeys): boolean {
  switch (act) {
    case 'next':
      return walk(inbox, at, 1);
    case 'previous':
      return walk(inbox, at, -1);
    case 'filter.unanswered':
    case 'filter.open':
    case 'filter.all':
      location.hash = hrefOf({ filter: act.slice('filter.'.length) as Filter }); // the three acts above end in a filter
      return true;
    case 'sibling.next':
      return toSibling(inbox, 1);
    case 'sibling.previous':
      return toSibling(inbox, -1);
    case 'search':
      return focusOn('search');
    case 'reply':
      inbox.replies.rest();
      return focusSoon('reply');
    case 'picture':
      document.getElementById('firstPicture')?.click();
      return true;
    case 'keys':
      showKeys();
      return true;
    case 'back':
      return stepBack(inbox, at);
  }
}

function walk({ list, thread }: InstanceOfInbox, at: Element, step: 1 | -1): boolean {
  const focused = at.closest('[data-row]')?.getAttribute('data-row') ?? undefined;
  const row = rowBeside(list.rows.peek(), focused ?? thread.id.peek(), step);
  return row !== undefined && focusOn(`row-${row.id}`);
}

function toSibling({ list, thread }: InstanceOfInbox, step: 1 | -1): boolean {
  const siblings = thread.question.peek()?.siblings ?? [];
  const sibling = siblings[siblings.findIndex(({ id }) => id === thread.id.peek()) + step];
  if (sibling) location.hash = hrefOf({ filter: list.filter.peek(), question: sibling.id });
  return sibling !== undefined;
}

/** Out of a text, then out of the question, back to its row. */
function stepBack({ list, thread }: InstanceOfInbox, at: Element): boolean {
  const open = thread.id.peek();
  if (at.id === 'search') {
    list.search('');
    return focusSoon(`row-${list.rows.peek()[0]?.id ?? ''}`);
  }
  if (at.id === 'reply') return focusOn('thread');
  if (!open) return false;
  location.hash = hrefOf({ filter: list.filter.peek() });
  return focusSoon(`row-${open}`);
}

/** Focuses what stands there after the next drawing. */
function focusSoon(id: string): boolean {
  requestAnimationFrame(() => focusOn(id));
  return true;
}

function focusOn(id: string): boolean {
  const element = document.getElementById(id);
  element?.focus();
  return element !== null;
}
