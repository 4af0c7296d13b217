import { createTranslate, type Translate, type TranslateOptions } from './createTranslate';

/** Adds the texts of a chunk to those that are there: its own keys are looked up in its own dictionary. */
export function withTexts(translate: Translate, added: TranslateOptions): Translate {
  const own = createTranslate(added);
  return (key, slots) => (key in added.messages ? own : translate)(key, slots);
}
