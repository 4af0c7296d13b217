import { escapeXml } from './markup';
import type { PictureSources } from './pictureSources';

/** Attributes that shape an element and hold nothing of a person. All others are absent from the copy. */
const SHAPING =
  /^(?:colspan|rowspan|span|dir|lang|open|disabled|multiple|size|rows|cols|start|reversed|align|valign|border|cellpadding|cellspacing|bgcolor|width|height|nowrap)$/;
const SHORT_VALUE = /^(?:[a-z]{0,9}(?:-[a-z]{2,4})?|\d{1,4}%?|#[\da-f]{3,8})$/i;
/** The number of an item of a list, but not of a person. */
const SHORT_NUMBER = /^\d{1,4}$/;
const GEOMETRY =
  /^(?:d|[xyr][12xy]?|c[xy]|f[xyr]|dx|dy|points|viewBox|width|height|transform|preserveAspectRatio|pathLength|offset|(?:fill|stroke|stop|clip|mask|opacity|color|gradient|pattern|spread|marker|vector|text-anchor|dominant-baseline|font|letter)[\w-]*)$/;

/** Writes the attributes of an HTML element that the copy keeps. */
export function attributesOf(element: Element): string {
  if (!element.hasAttributes()) return '';
  const isItem = element.localName === 'li';
  const kept = [...element.attributes].map(({ name, value }) =>
    (SHAPING.test(name) && SHORT_VALUE.test(value)) || (isItem && name === 'value' && SHORT_NUMBER.test(value))
      ? ` ${name}="${value || name}"`
      : '',
  );
  return kept.join('') + (element.localName === 'a' && element.hasAttribute('href') ? ' href=""' : '');
}

/** Writes what a bar is drawn from: numbers alone. */
export const valueAttributesOf = (element: Element): string =>
  ['value', 'min', 'max', 'low', 'high', 'optimum']
    .filter((name) => element.hasAttribute(name))
    .map((name) => ` ${name}="${parseFloat(element.getAttribute(name) ?? '')}"`)
    .join('');

/** Writes the attributes of a shape: its geometry and paint. Names of other elements get names of their own. */
export function svgAttributesOf(element: Element, pictures: PictureSources): string {
  return [...element.attributes]
    .map(({ localName, value }) => {
      if (localName === 'id') return ` id="${pictures.idFor(value)}"`;
      if (localName === 'href') return value.startsWith('#') ? ` href="#${pictures.idFor(value.slice(1))}"` : '';
      return GEOMETRY.test(localName)
        ? ` ${localName}="${escapeXml(value.replace(/url\(["']?#([^"')]+)["']?\)/g, (_, id: string) => `url(#${pictures.idFor(id)})`))}"`
        : '';
    })
    .join('');
}

/** Writes the attributes that the style shows by `attr()`, each as `show` lets it be seen. */
export function shownAttributesOf(
  element: Element,
  names: ReadonlySet<string>,
  show: (text: string) => string,
): string {
  return [...names]
    .map((name) =>
      element.hasAttribute(name) ? ` ${name}="${escapeXml(show(element.getAttribute(name) ?? ''))}"` : '',
    )
    .join('');
}
