const PICTURES = 'img,canvas,video,iframe,object,embed,[data-support-block]';
const FIELDS =
  'input:not([type=hidden i],[type=submit i],[type=button i],[type=reset i],[type=checkbox i],[type=radio i]),textarea,select';
const UNMASKED = ':not([data-support-unmask])';

/** Counts the covered spots that lie in view: texts that were judged, fields with something in them, pictures. Only when somebody asks. */
export function countCovered(document: Document, texts: Iterable<Text>): number {
  const { innerWidth, innerHeight } = document.defaultView ?? window;
  const isInView = ({ left, top, right, bottom }: DOMRect): boolean =>
    right - left > 1 && bottom - top > 1 && left < innerWidth && top < innerHeight && right > 0 && bottom > 0;
  let count = 0;
  for (const text of texts) {
    if (!text.isConnected) continue;
    const range = text.ownerDocument.createRange();
    range.selectNodeContents(text);
    if (isInView(range.getBoundingClientRect())) count += 1;
  }
  for (const element of document.querySelectorAll(`:is(${PICTURES},${FIELDS})${UNMASKED}`))
    if (isInView(element.getBoundingClientRect()) && !isEmptyField(element)) count += 1;
  return count;
}

const isEmptyField = (element: Element): boolean => 'value' in element && element.value === '';
