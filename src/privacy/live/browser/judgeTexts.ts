import { isSeparator } from '../../filler';
import type { InterfaceDictionary } from '../../interfaceTexts';
import { maskVerdict } from '../../maskRule';
import type { Surroundings } from '../coverFacts';
import type { TextCover } from './textCover';

/** Elements whose text is no text of the page, or belongs to a field or drawing and is covered with it. */
const NOT_JUDGED =
  /^(?:script|style|title|template|noscript|textarea|option|optgroup|select|text|tspan|textPath|desc|metadata)$/;

/** Judges the texts that stand directly in a place. Neighbours are judged as one first: a framework may have cut a text of the catalogue in pieces. */
export function judgeTexts(
  place: Node,
  { around, cover, dictionary }: { around: Surroundings; cover: TextCover; dictionary: InterfaceDictionary },
): void {
  if (isNotJudged(place)) return;
  const isShown = (text: string): boolean =>
    maskVerdict({
      kind: 'text',
      blocked: around.blocked,
      masked: around.masked,
      unmaskedItself: false,
      unmaskedAround: around.unmasked,
      insideField: around.insideField,
      isInterface: isSeparator(text) || dictionary.has(text),
    }) === 'keep';

  for (const run of runsIn(place)) {
    const isWhole = isShown(run.map(({ data }) => data).join(''));
    for (const text of run) {
      if (!text.data.trim() || around.blocked) cover.forget(text);
      else if (isWhole || isShown(text.data)) cover.show(text);
      else cover.cover(text);
    }
  }
}

/** Tells whether texts of a place are left to the rules for what is around them. */
export const isNotJudged = (place: Node): boolean =>
  'localName' in place && NOT_JUDGED.test((place as Element).localName); // only elements have a name

/** The texts of a place, those that no element parts together. */
function* runsIn(place: Node): Generator<readonly Text[]> {
  let run: Text[] = [];
  for (let node = place.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) run.push(node as Text); // by its type
    if (node.nodeType !== 1 || run.length === 0) continue;
    yield run;
    run = [];
  }
  if (run.length > 0) yield run;
}
