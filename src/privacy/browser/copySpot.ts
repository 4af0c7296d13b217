import { mayShow, noteSpot, type Around, type Copying } from './copying';
import { attributesOf } from './keptAttributes';
import { writeField, type Field } from './maskField';
import { writeElement } from './markup';
import { sourceOf } from './pictureSource';

/** Where a spot stands and how it is held there. */
interface Spot {
  readonly around: Around;
  readonly style: string;
}

const PICTURE = /^(?:svg|img|canvas|video|audio|object|embed|progress|meter)$/;
/** A shape this small is an icon; a bigger one may be a signature, a chart or a code. CSS pixels. */
const ICON_PX = 40;
const HOLDS_NO_TEXT = /^(?:hidden|button|submit|reset|checkbox|radio)$/;
const TABLE_PART = /^(?:td|th|tr|li|tbody)$/;

/** Tells whether an element is drawn from pixels, shapes or a value. */
export const isPicture = (element: Element): boolean => PICTURE.test(element.localName);

/** One filled box, nothing of what is in it. */
export function copyBlocked(copying: Copying, node: Element, { around, style }: Spot): string {
  noteSpot(copying, node, {
    kind: 'picture',
    canReveal: false,
    box: node.getBoundingClientRect(),
    place: around.place,
  });
  const name = TABLE_PART.test(node.localName) ? node.localName : 'cl-p';
  return writeElement({
    name,
    marks: `${copying.marks.get(node) ?? ''} cl-block`,
    style,
    content: name === 'tr' ? '<td colspan="99"/>' : '',
  });
}

/** A field with bars for what was filled in. */
export function copyField(copying: Copying, field: Field, { around, style }: Spot): string {
  const isShown = mayShow(field, around, { kind: 'field', isInterface: false });
  if (!isShown && field.value && !HOLDS_NO_TEXT.test(field.type)) {
    noteSpot(copying, field, {
      kind: 'field',
      canReveal: true,
      box: field.getBoundingClientRect(),
      place: around.place,
    });
  }
  return writeField(field, {
    marks: copying.marks.get(field),
    style: style + borderOf(field),
    attributes: attributesOf(field),
    isShown,
    isKnown: (text) => mayShow(field, around, { kind: 'text', isInterface: copying.isKnown(text) }),
  });
}

/** A field that the browser itself draws gets another border once bars lie in it: this is the one it had. */
const borderOf = (field: Field): string =>
  getComputedStyle(field).borderTopStyle === 'inset' ? ';border:2px solid rgb(200,204,210)' : '';

/** A picture that belongs to the interface, or a hatched box of its size. */
export function copyPicture(copying: Copying, node: Element, { around, style }: Spot): string {
  const mark = copying.marks.get(node);
  if (mayShow(node, around, { kind: 'picture', isInterface: isOfInterface(copying, node) })) {
    if (node.localName === 'svg')
      return copying.shapes.write(node, style, around.unmasked || node.hasAttribute('data-support-unmask'));
    const url = sourceOf(node);
    if (url)
      return writeElement({
        name: 'img',
        marks: mark,
        style,
        attributes: ` src="${copying.pictures.add({ kind: 'picture', url })}"`,
      });
    copying.onGap('picture');
  }
  noteSpot(copying, node, { kind: 'picture', canReveal: true, box: node.getBoundingClientRect(), place: around.place });
  return writeElement({ name: 'cl-p', marks: `${mark ?? ''} cl-hatch`, style });
}

function isOfInterface({ pictures }: Copying, node: Element): boolean {
  if (node.localName === 'img')
    return pictures.interfaceSource((node as HTMLImageElement).currentSrc, node.baseURI) !== undefined; // by its name
  if (node.localName !== 'svg') return false;
  const { width, height } = node.getBoundingClientRect();
  return width <= ICON_PX && height <= ICON_PX;
}
