import { coverSpot, isInView, mayShow, type Around, type Copying, type FoundSpot } from './copying';
import { attributesOf, valueAttributesOf } from './keptAttributes';
import { writeField, type Field } from './maskField';
import { writeElement } from './markup';
import { createShapeWriter } from './maskShape';
import { holdSource, sourceOf } from './pictureSource';
import { createPictureSources } from './pictureSources';

/** Where a spot stands and how it is held there. */
interface Spot {
  readonly around: Around;
  readonly style: string;
}

const PICTURE = /^(?:svg|img|canvas|video|audio|object|embed|progress|meter)$/;
const VALUE = /^(?:progress|meter)$/;
/** A shape this small is an icon; a bigger one may be a signature, a chart or a code. CSS pixels. */
const ICON_PX = 40;
const HOLDS_NO_TEXT = /^(?:hidden|button|submit|reset|checkbox|radio)$/;
/** Fields that hold what nobody else may know, whatever their type is at the moment. */
const SECRET = /password|one-time-code|cc-(?:number|csc)/;
const TABLE_PART = /^(?:td|th|tr|li|tbody)$/;

/** Tells whether an element is drawn from pixels, shapes or a value. */
export const isPicture = (element: Element): boolean => PICTURE.test(element.localName);

/** One filled box, nothing of what is in it. */
export function copyBlocked(copying: Copying, node: Element, { around, style }: Spot): string {
  const name = TABLE_PART.test(node.localName) ? node.localName : 'cl-p';
  const covered = writeElement({
    name,
    marks: `${copying.marks.get(node) ?? ''} cl-block`,
    style,
    content: name === 'tr' ? '<td colspan="99"/>' : '',
  });
  return coverSpot(copying, node, { kind: 'picture', box: node.getBoundingClientRect(), place: around.place, covered });
}

/** A field with bars for what was filled in. */
export function copyField(copying: Copying, field: Field, { around, style }: Spot): string {
  const write = (isShown: boolean): string =>
    writeField(field, {
      marks: copying.marks.get(field),
      style: style + borderOf(field, isShown) + roomOf(field, isShown),
      attributes: attributesOf(field),
      isShown,
      isKnown: (text) => mayShow(field, around, { kind: 'text', isInterface: copying.isKnown(text) }),
    });
  const isShown = mayShow(field, around, { kind: 'field', isInterface: false });
  if (isShown || !field.value || HOLDS_NO_TEXT.test(field.type)) return write(isShown);
  return coverSpot(copying, field, {
    kind: 'field',
    box: field.getBoundingClientRect(),
    place: around.place,
    covered: write(false),
    ...(canShow(field) && { uncovered: () => ({ markup: write(true) }) }),
  });
}

/** A password is never shown, also not after "show password"; nor is a choice of which a part is blocked. */
const canShow = (field: Field): boolean =>
  field.type !== 'password' && !SECRET.test(field.autocomplete) && !field.querySelector('[data-support-block]');

/** A field that the browser itself draws gets another border once bars lie in it: this is the one it had. */
const borderOf = (field: Field, isShown: boolean): string =>
  !isShown && getComputedStyle(field).borderTopStyle === 'inset' ? ';border:2px solid rgb(200,204,210)' : '';

/**
 * In a picture, what may scroll is narrower: no scroll bar is counted. A field whose size may tell what it holds keeps the size
 * of its cover.
 */
function roomOf(field: Field, isShown: boolean): string {
  const style = getComputedStyle(field);
  const isFixed = field.localName === 'textarea' && style.getPropertyValue('field-sizing') !== 'content';
  return isFixed || (isShown && field.localName !== 'input') ? `;width:${style.width};height:${style.height}` : '';
}

/** A picture that belongs to the interface, or a hatched box of its size. */
export function copyPicture(copying: Copying, node: Element, { around, style }: Spot): string {
  const mark = copying.marks.get(node);
  const box = node.getBoundingClientRect();
  if (!isInView(copying, box, around.place)) return writeElement({ name: 'cl-p', marks: mark, style }); // its place alone: nobody sees it
  if (mayShow(node, around, { kind: 'picture', isInterface: isOfInterface(copying, node) })) {
    if (node.localName === 'svg')
      return copying.shapes.write(node, style, around.unmasked || node.hasAttribute('data-support-unmask'));
    if (VALUE.test(node.localName)) return writeValue(mark, node, style);
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
  return coverSpot(copying, node, {
    kind: 'picture',
    box,
    place: around.place,
    covered: writeElement({ name: 'cl-p', marks: `${mark ?? ''} cl-hatch`, style }),
    ...uncoveredPicture(copying, node, style),
  });
}

/** What a covered picture shows. Its pixels are held, but not read: only a spot that is revealed is worth that. */
function uncoveredPicture(copying: Copying, node: Element, style: string): Pick<FoundSpot, 'uncovered'> {
  if (VALUE.test(node.localName))
    return { uncovered: () => ({ markup: writeValue(copying.marks.get(node), node, style) }) };
  if (node.localName === 'svg') return { uncovered: () => ({ markup: writeShapeAlone(copying, node, style) }) };
  const picture = holdSource(node);
  if (!picture) return {};
  const markup = writeElement({
    name: 'img',
    marks: copying.marks.get(node),
    style,
    attributes: ' src="cl-source-own."',
  });
  return { uncovered: () => ({ markup, picture }) };
}

/** A bar that the browser draws from a number. */
const writeValue = (marks: string | undefined, node: Element, style: string): string =>
  writeElement({ name: node.localName, marks, style, attributes: valueAttributesOf(node) });

/** With all that it refers to, under names of its own: nothing of it may stand in the covered copy. */
function writeShapeAlone(copying: Copying, node: Element, style: string): string {
  const pictures = createPictureSources([], node.baseURI, `o${copying.spots.spots.length}-`);
  const shapes = createShapeWriter({ ...copying, pictures });
  return shapes.write(node, style, true) + shapes.writeReferred(node.ownerDocument);
}

function isOfInterface({ pictures }: Copying, node: Element): boolean {
  if (node.localName === 'img')
    return pictures.interfaceSource((node as HTMLImageElement).currentSrc, node.baseURI) !== undefined; // by its name
  if (node.localName !== 'svg') return false;
  const { width, height } = node.getBoundingClientRect();
  return width <= ICON_PX && height <= ICON_PX;
}
