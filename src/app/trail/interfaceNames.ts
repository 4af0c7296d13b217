import type { InterfaceDictionary } from '../../capture/moment';
import type { IsInterface } from '../../host';
import type { LazyFeatures } from '../lazyFeatures';
import type { InterfaceTexts } from '../settings';

/** Knows the host's own words. Until they are read nothing is known, so nothing is told. */
export interface InterfaceNames {
  readonly isInterface: IsInterface;
  /** Reads the catalogue, so that a press need not. */
  prepare(): void;
}

/** Creates it; `texts` gives the option as it is now. The dictionary is made once per catalogue. */
export function createInterfaceNames(lazy: LazyFeatures, texts: () => InterfaceTexts): InterfaceNames {
  let make: Awaited<ReturnType<LazyFeatures['moment']>>['createDictionary'] | undefined;
  let known: { readonly of: unknown; readonly dictionary: InterfaceDictionary } | undefined;

  const isInterface: IsInterface = (text) => {
    if (!make) return false;
    const of = catalogueIn(texts());
    if (known?.of !== of) known = { of, dictionary: make(of) };
    return known.dictionary.has(text);
  };
  return {
    isInterface,
    prepare() {
      lazy.moment().then(
        ({ createDictionary }) => {
          make = createDictionary;
          isInterface('');
        },
        () => undefined, // told by lazyFeatures; steps have no names then
      );
    },
  };
}

/** The catalogue itself. A function that fails has nothing yet. */
function catalogueIn(texts: InterfaceTexts): Exclude<InterfaceTexts, () => unknown> {
  if (typeof texts !== 'function') return texts;
  try {
    return catalogueIn(texts());
  } catch {
    return [];
  }
}
