import type { HintKnowledge } from './hintKnowledge';
import { durationMs } from './duration';
import type { Hint, HintAction, HintDocument, HintStep, HintTrigger } from './hint';
import { actionsOf, hintsOf, isInterrupting, type Placed } from './hintWalk';
import { finding, foundIf, type HintFinding } from './readShape';

/** V03, V08, V12, V15, V17, W07 and W12: a hint has what its kind, trigger, steps and buttons need, within reason. */
export const checkParts = (document: HintDocument, { today }: HintKnowledge): readonly HintFinding[] => [
  ...foundIf(sizeOf(document) > 4_000_000, finding('V03', '', 'A document has at most 4 MB. Take hints out.')),
  ...hintsOf(document).flatMap((placed) => [
    ...kindProblems(placed),
    ...triggerProblems(placed.value.when, placed.value.where.target !== undefined, `${placed.pointer}/when`),
    ...timeProblems(placed, today),
    ...actionsOf(placed).flatMap(actionProblems),
    ...stepProblems(placed, document),
    ...laterFields(placed),
  ]),
];

/** Bytes of UTF-8, near enough: what takes three is counted as three, and a pair of halves as six. */
function sizeOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit > 0x7ff ? 2 : unit > 0x7f ? 1 : 0;
  }
  return bytes;
}

const SIDES = ['top', 'right', 'bottom', 'left'].flatMap((side) => [side, `${side}-start`, `${side}-end`]);
/** Where a hint or step of a kind may stand. The steps of a tour have their own. */
export const PLACEMENTS: Readonly<Record<Hint['kind'], readonly string[]>> = {
  tooltip: SIDES,
  beacon: SIDES,
  banner: ['top', 'bottom'],
  modal: ['center'],
  slideout: ['top-start', 'top-end', 'bottom-start', 'bottom-end'],
  checklist: ['top-start', 'top-end', 'bottom-start', 'bottom-end'],
  tour: [],
};

function kindProblems({ value: hint, pointer }: Placed<Hint>): readonly HintFinding[] {
  const { kind, where, content, steps } = hint;
  const isAtTarget = kind === 'tooltip' || kind === 'beacon';
  const hasSteps = kind === 'tour' || kind === 'checklist';
  return [
    ...foundIf(
      isAtTarget && where.target === undefined,
      finding('V17', `${pointer}/where/target`, 'Choose a place for it.'),
    ),
    ...foundIf(!hasSteps && content === undefined, finding('V17', `${pointer}/content`, 'Write a text for it.')),
    ...foundIf(hasSteps && steps === undefined, finding('V17', `${pointer}/steps`, 'Add a step.')),
    ...foundIf(
      !hasSteps && steps !== undefined,
      finding('V17', `${pointer}/steps`, 'Only a tour and a checklist have steps.'),
    ),
    ...placementProblems(kind, where.placement, `${pointer}/where/placement`),
    ...foundIf(sizeOf(hint) > 64_000, finding('V03', pointer, 'A hint has at most 64 kB. Make it shorter.')),
    ...foundIf(
      (steps?.length ?? 0) > 7 && kind === 'tour',
      finding('W07', `${pointer}/steps`, 'A tour of more than seven steps is rarely finished.'),
    ),
  ];
}

const placementProblems = (
  kind: Hint['kind'],
  placement: string | undefined,
  pointer: string,
): readonly HintFinding[] =>
  placement === undefined || PLACEMENTS[kind].includes(placement)
    ? []
    : [finding('V17', pointer, `Choose one of ${PLACEMENTS[kind].join(', ') || 'none: the steps have places'}.`)];

const AT_TARGET: readonly HintTrigger['on'][] = ['visible', 'focus', 'hover', 'click'];
const NEEDS: Readonly<Partial<Record<HintTrigger['on'], 'event' | 'hint' | 'idle'>>> = {
  event: 'event',
  hintDone: 'hint',
  idle: 'idle',
};

function triggerProblems(trigger: HintTrigger, hasTarget: boolean, pointer: string): readonly HintFinding[] {
  const need = NEEDS[trigger.on];
  return [
    ...foundIf(
      trigger.on === 'deadClick',
      finding('V17', `${pointer}/on`, 'This trigger is not there yet. Choose another.'),
    ),
    ...foundIf(
      AT_TARGET.includes(trigger.on) && !hasTarget,
      finding('V17', `${pointer}/on`, 'This trigger needs a place. Choose one.'),
    ),
    ...foundIf(
      need !== undefined && trigger[need] === undefined,
      finding('V17', `${pointer}/${need}`, 'This trigger needs it. Fill it in.'),
    ),
    ...range(trigger.delay, {
      pointer: `${pointer}/delay`,
      from: 'PT0S',
      to: trigger.on === 'focus' || trigger.on === 'hover' ? 'PT10S' : 'PT5M',
    }),
    ...range(trigger.for, { pointer: `${pointer}/for`, from: 'PT0.2S', to: 'PT60S' }),
    ...range(trigger.idle, { pointer: `${pointer}/idle`, from: 'PT5S', to: 'PT30M' }),
  ];
}

interface Range {
  readonly pointer: string;
  readonly from: string;
  readonly to: string;
}

const range = (duration: string | undefined, { pointer, from, to }: Range): readonly HintFinding[] =>
  duration === undefined || (durationMs(duration) >= durationMs(from) && durationMs(duration) <= durationMs(to))
    ? []
    : [finding('V03', pointer, `This lasts from ${from} to ${to}.`)];

/** A date alone, or a moment with its zone. */
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

function timeProblems({ value: hint, pointer }: Placed<Hint>, today: string): readonly HintFinding[] {
  const { from, until } = hint.schedule ?? {};
  const isOften = hint.howOften.every !== undefined && durationMs(hint.howOften.every) < durationMs('PT1H');
  return [
    ...Object.entries({ from, until }).flatMap(([key, value]) =>
      value === undefined || (MOMENT.test(value) && !Number.isNaN(Date.parse(value)))
        ? []
        : [finding('V15', `${pointer}/schedule/${key}`, 'Write a date such as 2026-03-01, or a moment with its zone.')],
    ),
    ...foundIf(
      until !== undefined && until.slice(0, 10) < today && isLive(hint),
      finding('V15', `${pointer}/schedule/until`, 'This day is over. Choose a later one.'),
    ),
    ...foundIf(
      from !== undefined && until !== undefined && until < from,
      finding('V15', `${pointer}/schedule/until`, 'It ends before it begins. Choose a later day.'),
    ),
    ...foundIf(
      isOften && isInterrupting(hint),
      finding('V12', `${pointer}/howOften/every`, 'What interrupts comes back after an hour at the earliest: PT1H.'),
    ),
  ];
}

const isLive = ({ status }: Hint): boolean => status === 'published' || status === 'paused';

const ACTION_NEEDS: Readonly<Partial<Record<HintAction['do'], 'article' | 'video' | 'hint' | 'event' | 'href'>>> = {
  openArticle: 'article',
  openVideo: 'video',
  startHint: 'hint',
  emit: 'event',
  openLink: 'href',
};

function actionProblems({ value: action, pointer }: Placed<HintAction>): readonly HintFinding[] {
  const need = ACTION_NEEDS[action.do];
  const isNameless = need !== undefined || action.do === 'openWidget'; // the others are called what they always are
  return [
    ...foundIf(
      need !== undefined && action[need] === undefined,
      finding('V17', `${pointer}/${need}`, 'This button needs it. Fill it in.'),
    ),
    ...foundIf(
      isNameless && action.label === undefined,
      finding('V17', `${pointer}/label`, 'Say on the button what it does.'),
    ),
  ];
}

function stepProblems({ value: hint, pointer }: Placed<Hint>, document: HintDocument): readonly HintFinding[] {
  const { steps = [] } = hint;
  return steps.flatMap((step, index) => {
    const at = `${pointer}/steps/${index}`;
    const isAtTarget = step.kind === 'tooltip' || step.kind === 'beacon';
    return [
      ...foundIf(isAtTarget && step.target === undefined, finding('V17', `${at}/target`, 'Choose a place for it.')),
      ...placementProblems(step.kind, step.placement, `${at}/placement`),
      ...range(step.waitFor, { pointer: `${at}/waitFor`, from: 'PT0S', to: 'PT30S' }),
      ...foundIf(
        !isWayOut(step, steps[index + 1], document),
        finding('V08', `${at}/next`, 'Nobody can get past this step. Choose another way on, or the place it needs.'),
      ),
    ];
  });
}

function isWayOut({ next, target }: HintStep, following: HintStep | undefined, document: HintDocument): boolean {
  const recorded = document.targets[following?.target ?? '']?.recorded;
  const isThere: Readonly<Record<HintStep['next']['on'], boolean>> = {
    button: true,
    click: target !== undefined,
    input: target !== undefined,
    gone: target !== undefined,
    event: next.event !== undefined,
    route: next.route !== undefined && isRoute(recorded?.route ?? next.route, next.route),
  };
  return isThere[next.on];
}

/** `client.zorgplan` is also `client`. */
const isRoute = (recorded: string, asked: string): boolean => recorded === asked || recorded.startsWith(`${asked}.`);

const laterFields = ({ value, pointer }: Placed<Hint>): readonly HintFinding[] =>
  value.experiment === undefined
    ? []
    : [
        finding(
          'W12',
          `${pointer}/experiment`,
          'Variants are not carried out yet: everybody gets the text of the hint itself.',
        ),
      ];
