import { ENOUGH_WEIGHT, hundredths, worthOf } from './finderWorth';
import type { Finder, FinderSignals, HintDocument, HintTarget } from './hint';
import { hintsOf, membersOf, type Placed } from './hintWalk';
import { looksPersonal } from './hintPrivacy';
import { finding, foundIf, type HintFinding } from './readShape';

/** V11, V18, W01, W02, W03 and W04: a place is described by the interface only, and can be found. */
export const checkTargets = (document: HintDocument): readonly HintFinding[] => [
  ...membersOf(document.targets, '/targets').flatMap(({ value, pointer }) => [
    ...targetProblems(value, pointer),
    ...value.find.flatMap((finder, index) =>
      finderProblems({ value: finder, pointer: `${pointer}/find/${index}` }, value),
    ),
    ...targetDoubts(value, pointer),
  ]),
  ...costs(document),
];

function targetProblems({ mode, find, frame }: HintTarget, pointer: string): readonly HintFinding[] {
  const sum = find.reduce((total, { weight }) => total + hundredths(weight), 0);
  return [
    ...foundIf(
      mode === 'tolerant',
      finding('V18', `${pointer}/mode`, 'Only strict is allowed: the other finds wrong places.'),
    ),
    ...foundIf(
      frame !== undefined && /[/:]/.test(frame),
      finding('V18', `${pointer}/frame`, 'Give the id or test id of a frame of the app itself, not an address.'),
    ),
    ...foundIf(
      !(find.some(({ strong }) => strong) || sum >= ENOUGH_WEIGHT),
      finding('V18', `${pointer}/find`, 'This place can not be found for sure. Add a data-support-hint or a test id.'),
    ),
  ];
}

function finderProblems(
  { value: { by, weight, strong }, pointer }: Placed<Finder>,
  target: HintTarget,
): readonly HintFinding[] {
  const rule = worthOf(by);
  const isInDialog = by.section?.startsWith('dialog:') === true;
  return [
    ...foundIf(
      by.css !== undefined,
      finding('V18', `${pointer}/by/css`, 'Places are not found by a selector. Use another signal.'),
    ),
    ...foundIf(
      hundredths(weight) > rule.weight,
      finding('V18', `${pointer}/weight`, `These signals weigh ${rule.weight / 100} at most.`),
    ),
    ...foundIf(
      strong === true && !rule.isStrong,
      finding('V18', `${pointer}/strong`, 'These signals are not strong by themselves.'),
    ),
    ...foundIf(
      isInDialog && target.layer !== 'dialog',
      finding('V18', `${pointer}/by/section`, 'A place in a dialog needs "layer": "dialog".'),
    ),
    ...signalsOf(by)
      .filter(({ value }) => looksPersonal(value))
      .map(({ pointer: at }) =>
        finding('V11', `${pointer}/by${at}`, 'This looks like something of a person. Use words of the interface only.'),
      ),
  ];
}

const signalsOf = ({ position: _where, label, text, ...signals }: FinderSignals): readonly Placed<string>[] => [
  ...membersOf(signals as Readonly<Record<string, string>>, ''), // all that is left are texts
  ...membersOf(label, '/label'),
  ...membersOf(text, '/text'),
];

function targetDoubts({ find, recorded }: HintTarget, pointer: string): readonly HintFinding[] {
  const isFirm = ({ by }: Finder): boolean =>
    [by.hintId, by.testid, by.id, by.name, by.href].some((signal) => signal !== undefined);
  const withoutPosition = find.filter(({ by }) => by.position === undefined);
  const canDoWithout =
    withoutPosition.some(({ strong }) => strong) ||
    withoutPosition.reduce((sum, { weight }) => sum + hundredths(weight), 0) >= ENOUGH_WEIGHT;
  return [
    ...foundIf(
      (recorded?.robustness ?? 1) < 0.7,
      finding('W01', `${pointer}/recorded/robustness`, 'This place may change soon. Ask for a data-support-hint.'),
    ),
    ...foundIf(
      !find.some(isFirm),
      finding('W02', `${pointer}/find`, 'This place is known by its words only: another text or language loses it.'),
    ),
    ...foundIf(
      !canDoWithout,
      finding('W03', `${pointer}/find`, 'This place counts on its position: one field more loses it.'),
    ),
  ];
}

/** Looking for a place on every page costs more than on one. */
const costs = (document: HintDocument): readonly HintFinding[] =>
  hintsOf(document)
    .filter(
      ({ value: { when, where } }) =>
        when.on === 'visible' && where.routes.some((route) => /^\/[^/]*\/\*$/.test(document.routes[route] ?? '')),
    )
    .map(({ pointer }) =>
      finding('W04', `${pointer}/when`, 'This is looked for on many pages. Name the pages where it is.'),
    );
