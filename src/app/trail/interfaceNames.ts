import type { IsInterface } from '../../host';
import type { LazyFeatures } from '../lazyFeatures';
import type { InterfaceTexts } from '../settings';

/** Knows the host's own words. Until they are read nothing is known, so nothing is told. */
export interface InterfaceNames {
  readonly isInterface: IsInterface;
  /** Reads the catalogue, so that a press need not. */
  prepare(): void;
}

/** Creates it; `texts` gives the option as it is now. */
export function createInterfaceNames(lazy: LazyFeatures, texts: () => InterfaceTexts): InterfaceNames {
  let isInterface: IsInterface = () => false;
  return {
    isInterface: (text) => isInterface(text),
    prepare() {
      lazy.moment().then(
        ({ createDictionaryKeeper }) => {
          const dictionaryOf = createDictionaryKeeper();
          isInterface = (text) => dictionaryOf(texts()).has(text);
          isInterface(''); // reads the catalogue
        },
        () => undefined, // told by lazyFeatures; steps have no names then
      );
    },
  };
}
