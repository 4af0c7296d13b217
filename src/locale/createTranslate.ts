import type { MessageKey } from './messages';

/** What fills the slots of a text. `n` also chooses between singular and plural. */
export type Slots = Readonly<Record<string, string | number>>;

/** Gives the text of a key with its slots filled. */
export type Translate = (key: MessageKey, slots?: Slots) => string;

/** What `createTranslate` needs. */
export interface TranslateOptions {
  /** BCP 47; decides on plural forms: `nl`, `nl-x-formeel`, `en`. */
  readonly locale: string;
  /** The dictionary of the panel, or that of a chunk. */
  readonly messages: Readonly<Partial<Record<MessageKey, string>>>;
  /** The product's own name, for the slot `{brand}`. */
  readonly brand: string;
  /** The host's own wording, which wins. */
  readonly overrides?: Readonly<Partial<Record<MessageKey, string>>>;
  /** Told about a slot that got no value: it is left out of the text. */
  readonly onMissingSlot?: (key: MessageKey, slot: string) => void;
}

/**
 * Creates the function that gives texts. Values are put in as text, never as HTML.
 *
 * @example
 * const t = createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' });
 * t('mask.auto', { n: 2 }); // '2 plekken zijn afgedekt.'
 */
export function createTranslate(options: TranslateOptions): Translate {
  const { locale, messages, brand, overrides, onMissingSlot } = options;
  const plural = new Intl.PluralRules(locale);

  return (key, slots = {}) => {
    const [singular = '', several = singular] = (overrides?.[key] ?? messages[key] ?? key).split('|');
    const text = plural.select(Number(slots['n'])) === 'one' ? singular : several;
    return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const value = slot === 'brand' ? brand : slots[slot];
      if (value === undefined) onMissingSlot?.(key, slot);
      return String(value ?? '');
    });
  };
}
