import type { HintStep } from '../../protocol/hint';
import { whoSentence } from './audience';
import { actionsWords, sideWords, textWords } from './fieldWords';
import { joined, say, strong, type Sentence } from './sentence';
import type { Wording } from './wording';

/** A step in words, a line for each thing that there is to say; `index` counts from 0. */
export function stepWords(step: HintStep, index: number, wording: Wording): Sentence {
  const { t, names } = wording;
  const { kind, target, placement, content, next, only, actions } = step;
  return joined(
    [
      say(t, 'des.step', { i: index + 1, kind: t(`des.kind.${kind}`) }),
      target === undefined ? [] : say(t, 'des.step.at', { target: strong(names.targets.get(target) ?? target) }),
      sideWords(placement, wording),
      ...Object.values(content).map((text) => textWords(text)),
      say(t, `des.next.${next.on}`),
      only === undefined ? [] : whoSentence(only, wording),
      actionsWords(actions, wording),
    ],
    '\n',
  );
}
