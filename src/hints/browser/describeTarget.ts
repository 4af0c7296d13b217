import type { Undo } from '../../foundation/lifetime';
import type { ShownHint } from '../shown';
import { plainText } from '../spokenText';

/** In the page, ours begin with this. */
const ID = 'cliendo-support-hint-';
/** Where our element shows nothing. What stands there is of the page all the same, so that it can be pointed to. */
const SLOT = 'described';

/**
 * Describes an element of the host: it gets `aria-describedby`, beside what is there, to a hidden text in our element. This writes to the host, so
 * only a host that asks for it has it. The answer puts back exactly what was there, unless the host has changed it since: then it is the host's.
 * An element in another tree (a shadow root, a frame) can't point to ours, and is left alone.
 */
export function describeTarget(target: Element, hint: ShownHint, root: ShadowRoot): Undo {
  if (target.getRootNode() !== root.host.getRootNode()) return () => undefined;
  const page = root.ownerDocument;
  if (!root.querySelector(`slot[name=${SLOT}]`)) {
    const slot = page.createElement('slot');
    slot.name = SLOT;
    slot.hidden = true;
    root.append(slot);
  }
  const words = page.createElement('span');
  words.id = ID + hint.id;
  words.slot = SLOT;
  words.textContent = plainText(hint);
  root.host.append(words);
  const before = target.getAttribute('aria-describedby');
  const ours = before ? `${before} ${words.id}` : words.id;
  target.setAttribute('aria-describedby', ours);
  return () => {
    words.remove();
    if (target.getAttribute('aria-describedby') !== ours) return;
    if (before === null) target.removeAttribute('aria-describedby');
    else target.setAttribute('aria-describedby', before);
  };
}
