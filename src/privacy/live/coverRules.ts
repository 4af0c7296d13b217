import type { CoverFacts } from './coverFacts';
import { blockRules, pictureRules } from './pictureRules';
import { strong } from './strength';

/** The highlight of texts that are shown. */
export const SHOWN = 'cliendo-shown';
/** The highlight of texts with a bar. */
export const COVERED = 'cliendo-covered';

/** Makes glyphs invisible and leaves their room. Inherited, so it also reaches trees that no rule of ours can reach. */
export const INVISIBLE =
  '-webkit-text-fill-color:transparent!important;text-shadow:none!important;-webkit-text-stroke:0 transparent!important';
const BAR = 'line-through .8em rgba(120,128,142,.45)';
const PSEUDO = ['before', 'after', 'marker', 'placeholder', 'file-selector-button'];
/** What the browser lays over a text paints the text again in a colour of its own. */
const LAID_OVER = ['selection', 'target-text', 'search-text', 'search-text:current', 'spelling-error', 'grammar-error'];
const BUTTONS = 'input:is([type=submit i],[type=button i],[type=reset i])';

/**
 * Writes the rules that cover a tree. Everything is covered by being there; what is known to be interface is let through:
 * texts by a highlight that paints them in their own colour, the rest by selectors of its exact attributes.
 */
export function coverRules(facts: CoverFacts): string {
  return [...textRules(facts), ...fieldRules(facts), ...pictureRules(facts), ...blockRules(facts)].join('\n');
}

/** Puts rules into the first layer of a tree: an important rule there counts more than one in any other layer, or in none. */
export const inLayer = (layer: string, rules: string): string =>
  layer ? `@layer ${layer}{@layer cliendo-cover{${rules}}}` : rules;

function textRules({ ownNames, highlights, isStrict }: CoverFacts): readonly string[] {
  const own = ownNames.join();
  const all = `${own ? `:not(${own})` : '*'}${strong()}`;
  const noPictures = isStrict
    ? ';background-image:none!important;background-clip:border-box!important;border-image-source:none!important;list-style-image:none!important;mask-image:none!important'
    : '';
  return [
    `${all}{${INVISIBLE}${noPictures}}`,
    ...PSEUDO.map((name) => `${all}::${name}{${INVISIBLE}${noPictures}}`),
    ...LAID_OVER.map((name) => `${all}::${name}{color:transparent!important;${INVISIBLE}}`),
    `${all}::selection{background-color:Highlight}`,
    ...highlights.map((name) => `${all}::highlight(${name}){color:transparent!important;${INVISIBLE}}`),
    `::highlight(${SHOWN}){color:currentcolor!important;-webkit-text-fill-color:currentcolor!important}`,
    `::highlight(${COVERED}){color:transparent!important;${INVISIBLE};text-decoration:${BAR}!important}`,
    ...(own ? [`:is(${own})${strong()}{-webkit-text-fill-color:currentcolor!important}`] : []),
  ];
}

/** Fields keep what was filled in to themselves, but for a mark on the field itself. A bar stands where text is. */
function fieldRules({ around, known }: CoverFacts): readonly string[] {
  const shown = ':is(input:not([type=password i]),textarea,select)[data-support-unmask]';
  const buttons = [
    ...(known.buttons.length > 0 && !around.insideField ? known.buttons : []),
    `[data-support-unmask] ${BUTTONS}`,
    ...(around.unmasked ? [BUTTONS] : []),
  ];
  const visible = '{-webkit-text-fill-color:currentcolor!important;text-decoration:none!important}';
  return [
    `:is(input,textarea,select)${strong()}{text-decoration:${BAR}!important;text-decoration-skip-ink:none!important}`,
    ...(around.masked
      ? []
      : [
          `:is(${shown},select[data-support-unmask] *,${buttons.join()})${strong(2)}${visible}`,
          `${shown}${strong(2)}::placeholder${visible}`,
        ]),
    `:is([data-support-mask],[data-support-mask] *)${strong(3)}{${INVISIBLE}}`,
    ...['before', 'after', 'placeholder'].map(
      (name) => `:is([data-support-mask],[data-support-mask] *)${strong(4)}::${name}{${INVISIBLE}}`,
    ),
    `:is([data-support-mask],[data-support-mask] *):is(input,textarea,select)${strong(3)}{text-decoration:${BAR}!important}`,
  ];
}
