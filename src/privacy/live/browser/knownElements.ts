import type { InterfaceDictionary } from '../../interfaceTexts';
import type { PictureSources } from '../../browser/pictureSources';
import type { KnownSelectors } from '../coverFacts';
import { quoted } from '../strength';

/** Collects selectors of what is interface by the value of an attribute: pictures, buttons, inline styles. */
export interface KnownElements {
  /** Looks at an element; says whether a selector was added. */
  look(element: Element): boolean;
  readonly selectors: Omit<KnownSelectors, 'frames'>;
}

/** What elements are judged by. */
export interface KnownBy {
  readonly dictionary: InterfaceDictionary;
  readonly pictures: PictureSources;
}

/** More different values than an interface has. What comes after stays covered. */
const MOST = 400;
const LONGEST = 2000;
const BUTTON = /^(?:submit|button|reset)$/;
const ADDRESS = /(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)/gi;

/** Creates an empty collection for one document. */
export function createKnownElements({ dictionary, pictures }: KnownBy): KnownElements {
  const found = { pictures: new Set<string>(), buttons: new Set<string>(), styles: new Set<string>() };
  const isAsset = (address: string, base: string): boolean => pictures.interfaceSource(address, base) !== undefined;

  const add = (to: keyof typeof found, selector: string): boolean => {
    const set = found[to];
    if (set.has(selector) || set.size >= MOST || selector.length > LONGEST) return false;
    set.add(selector);
    return true;
  };
  const lookAtStyle = (element: Element): boolean => {
    const style = element.getAttribute('style') ?? '';
    if (!/url\(|image-set\(/i.test(style)) return false;
    const addresses = [...style.matchAll(ADDRESS)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
    const areAssets =
      addresses.length > 0 &&
      !/image-set\(|--/i.test(style) &&
      addresses.every((address) => isAsset(address, element.baseURI));
    return areAssets && add('styles', `[style=${quoted(style)}]`);
  };
  const lookAtPicture = (element: Element): boolean => {
    const source = element.getAttribute('src');
    if (source === null || element.hasAttribute('srcset') || !isAsset(source, element.baseURI)) return false;
    return add('pictures', `img[src=${quoted(source)}]:not([srcset],picture *)`);
  };
  const lookAtButton = (element: Element): boolean => {
    const [type, value] = [element.getAttribute('type') ?? '', element.getAttribute('value') ?? ''];
    if (!BUTTON.test(type.toLowerCase()) || !dictionary.has(value)) return false;
    return add('buttons', `input[type=${quoted(type)} i][value=${quoted(value)}]`);
  };

  return {
    look(element) {
      const hasNewStyle = element.hasAttribute('style') && lookAtStyle(element);
      if (element.localName === 'img') return lookAtPicture(element) || hasNewStyle;
      if (element.localName === 'input') return lookAtButton(element) || hasNewStyle;
      return hasNewStyle;
    },
    get selectors() {
      return { pictures: [...found.pictures], buttons: [...found.buttons], styles: [...found.styles] };
    },
  };
}
