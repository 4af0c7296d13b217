/**
 * What the product says. Terms: a *key* names a text, a *slot* is a `{name}` in it, a *register* is je or u.
 * `en` and `nlFormal` are not listed: they are chunks of their own, imported by path.
 */
export { createFormat } from './format';
export type { Format, Moment } from './format';
export { createTranslate } from './createTranslate';
export type { Slots, Translate, TranslateOptions } from './createTranslate';
export type { MessageKey, Messages } from './messages';
export { nl } from './nl';
export { problemText } from './problemText';
export { withTexts } from './withTexts';
