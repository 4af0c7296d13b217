import type { HintKnowledge } from './hintKnowledge';
import type { Hint, HintDocument, HintText } from './hint';
import { actionsOf, hintsOf, linksIn, textsOf, type Placed } from './hintWalk';
import { holdsServiceNumber } from './hintPrivacy';
import { parseContent } from './parseContent';
import type { ContentNode } from './content';
import { finding, foundIf, type HintFinding } from './readShape';

const MAX_NODES = 400;
const LONG_BODY = 280;
const LONG_SENTENCE = 15;

/** V03, V05, V06, V07, V11, V14, W06, W08 and W09: a text is there, is safe, is no person's, and can be read. */
export function checkTexts(document: HintDocument, { facts }: HintKnowledge): readonly HintFinding[] {
  const displayable = facts && new Set(facts.filter((fact) => fact.displayable).map(({ key }) => key));
  const locales = new Set(hintsOf(document).flatMap((hint) => textsOf(hint).map(({ name }) => name)));
  return hintsOf(document).flatMap((hint) => [
    ...missingTexts(hint, document.defaultLocale, locales),
    ...textsOf(hint).flatMap(({ value, pointer }) => [
      ...safety(value, pointer, displayable),
      ...reading(value, pointer, hint.value.kind === 'tooltip'),
    ]),
  ]);
}

function missingTexts(hint: Placed<Hint>, defaultLocale: string, locales: ReadonlySet<string>): readonly HintFinding[] {
  const places = new Map<string, Map<string, HintText>>();
  for (const { of, name, value } of textsOf(hint))
    places.set(of, (places.get(of) ?? new Map<string, HintText>()).set(name, value));
  const buttons = actionsOf(hint).filter(
    ({ value: { label } }) => label !== undefined && !Object.hasOwn(label, defaultLocale),
  );
  return [
    ...[...places].flatMap(([pointer, texts]) => [
      ...foundIf(
        isEmpty(texts.get(defaultLocale)),
        finding('V05', pointer, 'There is no text in the language that everybody falls back on. Write it.'),
      ),
      ...foundIf(
        ![...locales].every((one) => texts.has(one)),
        finding('W09', pointer, 'Another text is there in more languages. Translate this one too.'),
      ),
    ]),
    ...buttons.map(({ pointer }) =>
      finding('V05', `${pointer}/label`, 'The button says nothing in the language that everybody falls back on.'),
    ),
  ];
}

const isEmpty = (text: HintText | undefined): boolean => `${text?.title ?? ''}${text?.body ?? ''}`.trim() === '';

/** Where a link of a hint may lead. */
const LINK = /^(https:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*|(artikel|video|widget|hint):[\w-]{1,80})$/;

function safety(
  { title = '', body = '', media }: HintText,
  pointer: string,
  displayable: ReadonlySet<string> | undefined,
): readonly HintFinding[] {
  const said = `${title}\n${body}`;
  const slots = [...said.matchAll(/\{\{\s*([^{}]{1,80}?)\s*\}\}/g)].map(([, fact = '']) => fact);
  return [
    ...foundIf(
      !linksIn(body).every((address) => LINK.test(address)),
      finding(
        'V06',
        `${pointer}/body`,
        'A link begins with https:, with one /, or with artikel:, video:, widget: or hint:.',
      ),
    ),
    ...foundIf(
      !slots.every((fact) => displayable?.has(fact) === true),
      finding('V07', pointer, 'Only facts that the host marked as displayable can stand in a text.'),
    ),
    ...foundIf(
      holdsServiceNumber(said),
      finding('V11', pointer, 'This looks like a burgerservicenummer. Take it out.'),
    ),
    ...foundIf(
      media !== undefined && media.alt.trim() === '',
      finding('V14', `${pointer}/media/alt`, 'Say what is to be seen.'),
    ),
    ...foundIf(
      sizeOf(parseContent(body)) > MAX_NODES,
      finding('V03', `${pointer}/body`, 'This text has too many marks. Make it simpler.'),
    ),
  ];
}

const sizeOf = (nodes: readonly ContentNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + (typeof node !== 'string' && 'c' in node ? sizeOf(node.c) : 0), 0);

const reading = ({ title = '', body = '' }: HintText, pointer: string, isSmall: boolean): readonly HintFinding[] => [
  ...foundIf(
    isSmall && body.length > LONG_BODY,
    finding('W06', `${pointer}/body`, 'This is long for a tooltip. Link to an article.'),
  ),
  ...foundIf(
    [title, body].some(hasLongSentence),
    finding('W08', pointer, 'A sentence has more than 15 words. Make two of it.'),
  ),
];

const hasLongSentence = (text: string): boolean =>
  text
    .split(/[.!?:]\s|\n/)
    .some((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > LONG_SENTENCE);
