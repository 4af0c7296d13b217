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
      if (act && ACTS[act](keys, at)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Does what a key asks; tells whether there was something to do. */
type Doing = (keys: DeskKeys, at: Element) => boolean;

const ACTS: Readonly<Record<Act, Doing>> = {
  next: ({ inbox }, at) => walk(inbox, at, 1),
  previous: ({ inbox }, at) => walk(inbox, at, -1),
  'filter.unanswered': () => toFilter('unanswered'),
  'filter.open': () => toFilter('open'),
  'filter.all': () => toFilter('all'),
  'sibling.next': ({ inbox }) => toSibling(inbox, 1),
  'sibling.previous': ({ inbox }) => toSibling(inbox, -1),
  search: () => focusOn('search'),
  reply: ({ inbox }) => {
    inbox.replies.rest();
    return focusSoon('reply');
  },
  picture: () => {
    const picture = document.getElementById('firstPicture');
    if (picture) document.getElementById('evidenceChoice')?.click(); // on a narrow screen it stands behind the conversation
    picture?.click();
    return picture !== null;
  },
  keys: ({ showKeys }) => {
    showKeys();
    return true;
  },
  back: ({ inbox }, at) => stepBack(inbox, at),
};

function walk({ list, thread }: InstanceOfInbox, at: Element, step: 1 | -1): boolean {
  const focused = at.closest('[data-row]')?.getAttribute('data-row') ?? undefined;
  const row = rowBeside(list.rows.peek(), focused ?? thread.id.peek(), step);
  return row !== undefined && focusOn(`row-${row.id}`);
}

function toFilter(filter: Filter): boolean {
  location.hash = hrefOf({ filter });
  return true;
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
  if (at.id === 'reply') return focusOn('threadHeading');
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
