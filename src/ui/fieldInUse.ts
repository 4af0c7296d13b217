/** A box in the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The field that a person writes in, as something that may not be covered. */
export interface FieldInUse {
  /** The field; in free text the line of the caret, since the text around it may be the whole page. */
  readonly box: Box;
  /** What belongs together with it. */
  readonly group: Element | undefined;
}

const WRITABLE = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
const GROUP = 'fieldset, [role=group], form, section';

/** Answers the field with the focus, through open shadow roots. Nothing when the focus is elsewhere, or in `own`. */
export function fieldInUse(page: Document, own?: Element): FieldInUse | undefined {
  const field = activeIn(page);
  if (!field?.matches(WRITABLE) || field === own || field.getRootNode() === own?.getRootNode()) return undefined;
  return { box: caretLine(field) ?? field.getBoundingClientRect(), group: field.closest(GROUP) ?? undefined };
}

/** Tells whether two boxes share ground. */
export const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function activeIn(root: DocumentOrShadowRoot): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? (activeIn(active.shadowRoot) ?? active) : active;
}

function caretLine(field: Element): Box | undefined {
  const selection = field instanceof HTMLElement && field.isContentEditable ? field.ownerDocument.getSelection() : null;
  if (!selection?.rangeCount) return undefined;
  const [line] = selection.getRangeAt(0).getClientRects();
  return line;
}
