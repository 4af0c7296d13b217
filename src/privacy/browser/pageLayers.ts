/** What shows behind a page: the background of its root, or of its body. */
export function backgroundOf(root: Element): string {
  return ownBackground(root) || ownBackground(root.querySelector(':scope > body'));
}

function ownBackground(node: Element | null): string {
  if (!node) return '';
  const { backgroundColor, backgroundImage } = getComputedStyle(node);
  const isGradient = backgroundImage.includes('gradient(') && !backgroundImage.includes('url(');
  if (backgroundColor === 'rgba(0, 0, 0, 0)' && !isGradient) return '';
  return `background-color:${backgroundColor}${isGradient ? `;background-image:${backgroundImage}` : ''}`;
}

/** What the browser does for an element in the top layer, written out, with what it inherits in its own place. */
export const topLayerStyle = ({
  font,
  color,
  textAlign,
  inset,
  margin,
  width,
  height,
  maxWidth,
  maxHeight,
}: CSSStyleDeclaration): string =>
  `;position:fixed;z-index:2147483647;inset:${inset};margin:${margin};width:${width};height:${height};max-width:${maxWidth};max-height:${maxHeight};font:${font};color:${color};text-align:${textAlign}`;

/** The veil behind a modal dialog. */
export function backdropOf(node: Element): string {
  if (!node.matches(':modal')) return '';
  const { backgroundColor, backdropFilter } = getComputedStyle(node, '::backdrop');
  return `<cl-d style="background-color:${backgroundColor};backdrop-filter:${backdropFilter}"/>`;
}
