import type { Copying } from './copying';
import { writeElement } from './markup';

/** What shows behind a page: the background of its root, or of its body. */
export function backgroundOf(root: Element): string {
  return ownBackground(root) || ownBackground(root.querySelector(':scope > body'));
}

function ownBackground(node: Element | null): string {
  if (!node) return '';
  const { backgroundColor, backgroundImage } = getComputedStyle(node);
  const isGradient = backgroundImage.includes('gradient(') && !backgroundImage.includes('url(');
  if (backgroundColor.endsWith(', 0)') && !isGradient) return ''; // forced colours leave no colour behind, but another one
  return `background-color:${backgroundColor}${isGradient ? `;background-image:${backgroundImage}` : ''}`;
}

/** What the browser does for an element in the top layer, written out. */
export function topLayerStyle(node: Element, style: CSSStyleDeclaration): string {
  const { width, height, maxWidth, maxHeight, margin } = style;
  return `;position:fixed;z-index:2147483647;inset:${insetOf(node, style)};position-area:none;margin:${margin};width:${width};height:${height};max-width:${maxWidth};max-height:${maxHeight}`;
}

/** Where an element is anchored, its inset counts from a part of the view. */
function insetOf(node: Element, style: CSSStyleDeclaration): string {
  const { inset, marginLeft, marginTop } = style;
  const { offsetLeft, offsetTop } = node as HTMLElement; // the top layer holds no shapes
  return /^(?:none)?$/.test(style.getPropertyValue('position-area'))
    ? inset
    : `${offsetTop - parseFloat(marginTop)}px auto auto ${offsetLeft - parseFloat(marginLeft)}px`;
}

/** Puts what is drawn last inside boxless copies of what it stands in, from which it inherits. */
export function insideAncestors({ marks, maskStyle }: Copying, node: Element, markup: string): string {
  let whole = markup;
  let kind = node.matches(':popover-open') ? ' cl-pop' : '';
  for (let around = parentOf(node); around; around = parentOf(around)) {
    const inline = (around as HTMLElement).style?.cssText ?? ''; // MathML of old engines has none
    whole = writeElement({
      name: 'cl-x',
      marks: `${marks.get(around) ?? ''} cl-around${kind}`,
      style: inline && maskStyle(inline, around.baseURI),
      content: whole,
    });
    kind = '';
  }
  return whole;
}

/** In the flattened tree. */
function parentOf(node: Element): Element | null {
  const root = node.parentNode;
  return node.assignedSlot ?? (root instanceof ShadowRoot ? root.host : node.parentElement);
}

/** In a picture only glass with a colour of its own changes what lies behind it (measured in Chromium): here one that nobody sees. */
export const glassStyle = ({ backdropFilter = 'none', backgroundColor }: CSSStyleDeclaration): string =>
  backdropFilter !== 'none' && backgroundColor === 'rgba(0, 0, 0, 0)' ? ';background-color:rgb(128 128 128/.004)' : '';

/** The veil behind a modal dialog. */
export function backdropOf(node: Element): string {
  if (!node.matches(':modal')) return '';
  const style = getComputedStyle(node, '::backdrop');
  const { backgroundColor, backdropFilter } = style;
  return `<cl-d style="background-color:${backgroundColor};backdrop-filter:${backdropFilter}${glassStyle(style)}"/>`;
}
