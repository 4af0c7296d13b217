import { svgAttributesOf } from './keptAttributes';
import type { StyleMask } from './maskStyle';
import { escapeXml, writeElement } from './markup';
import type { PictureSources } from './pictureSources';

interface ShapeOptions {
  readonly pictures: PictureSources;
  readonly maskStyle: StyleMask;
  readonly marks: ReadonlyMap<Element, string>;
  isKnown(text: string): boolean;
}

/** Copies inline SVG: shapes and paint, text only where it is known, no pictures, links or descriptions. */
export interface ShapeWriter {
  /** Copies an `<svg>` that may be seen. */
  write(root: Element, style: string, textsAreShown: boolean): string;
  /** Copies what shapes or styles referred to and what was not copied itself: a sprite that is not drawn, a gradient. */
  writeReferred(document: Document): string;
}

const DRAWN =
  /^(?:svg|g|path|circle|ellipse|rect|line|polyline|polygon|use|symbol|defs|clipPath|mask|pattern|marker|linearGradient|radialGradient|stop|text|tspan|switch|filter|fe[A-Z]\w+)$/;
const NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"';

/** Creates the writer. It remembers which elements were written, so that references are copied once. */
export function createShapeWriter({ pictures, maskStyle, marks, isKnown }: ShapeOptions): ShapeWriter {
  const written = new Set<string>();

  const inlineStyle = (node: Element): string => {
    const inline = (node as SVGElement).style?.cssText ?? ''; // every shape has a style
    return inline && maskStyle(inline, node.baseURI);
  };

  const shape = (node: Element, textsMayShow: boolean, extra: { style?: string; attributes?: string } = {}): string => {
    if (!DRAWN.test(node.localName) || node.hasAttribute('data-support-block')) return '';
    const isMasked = node.hasAttribute('data-support-mask');
    const textsAreShown = textsMayShow && !isMasked;
    if (node.id) written.add(node.id);
    const content = [...node.childNodes].map((child) =>
      child.nodeType === 1
        ? shape(child as Element, textsAreShown) // by its type
        : shapeText(child, (text) => textsAreShown || (!isMasked && isKnown(text))),
    );
    return writeElement({
      name: node.localName,
      marks: marks.get(node),
      style: extra.style ?? inlineStyle(node),
      attributes: (extra.attributes ?? '') + svgAttributesOf(node, pictures),
      content: content.join(''),
    });
  };

  return {
    write: (root, style, textsAreShown) => shape(root, textsAreShown, { style, attributes: NAMESPACE }),
    writeReferred(document) {
      let referred = '';
      for (const id of pictures.ids.keys()) {
        const target = written.has(id) ? null : document.getElementById(id);
        if (target && !written.has(id)) referred += shape(target, false);
      }
      return referred && `<svg${NAMESPACE} width="0" height="0" style="position:absolute">${referred}</svg>`;
    },
  };
}

function shapeText(node: Node, isShown: (text: string) => boolean): string {
  const text = node.nodeType === 3 ? (node as Text).data : ''; // by its type
  return isShown(text) ? escapeXml(text) : '';
}
