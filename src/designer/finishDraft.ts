import { fail, succeed, type Result } from '../foundation/result';
import type { Hint, HintStep, HintTarget, HintText, HintTexts, HintTrigger } from '../protocol/hint';
import { onlyUsed, type Draft, type DraftHint, type DraftStep } from './draft';

/** A hint that is whole, with the places that it stands at. */
export interface FinishedDraft {
  readonly hint: Hint;
  readonly targets: Readonly<Record<string, HintTarget>>;
}

/** What has to be filled in before a hint is whole. */
export type MissingCode = 'name' | 'pages' | 'trigger' | 'triggerPart' | 'place' | 'text' | 'steps' | 'next';

/** Something that is missing, of the hint or of one of its steps. */
export interface Missing {
  readonly code: MissingCode;
  readonly step?: string;
}

/**
 * Makes a hint of a draft, or says everything that is missing. What the format asks for and nobody has to think about is filled in;
 * what may be left out stays out, so that a hint that was not touched comes back as it was.
 */
export function finish({ hint, targets }: Draft): Result<FinishedDraft, readonly Missing[]> {
  const missing = missingIn(hint);
  if (missing.length > 0) return fail(missing);
  const { status = 'draft', steps, ...rest } = hint;
  const whole = {
    rev: 1,
    howOften: DEFAULT_FREQUENCY,
    ...rest,
    status: status === 'draft' ? 'published' : status,
    ...(hasSteps(hint) && { steps }),
  } as Hint; // nothing is missing
  return succeed({ hint: whole, targets: onlyUsed(whole, targets) });
}

/** As the engine takes it where nothing is said. */
const DEFAULT_FREQUENCY: Hint['howOften'] = { max: 3, every: 'P1D', until: 'dismissed' };

const hasSteps = ({ kind }: DraftHint): boolean => kind === 'tour' || kind === 'checklist';
const isAtPlace = ({ kind }: Pick<Hint | HintStep, 'kind'>): boolean => kind === 'tooltip' || kind === 'beacon';

const AT_PLACE: readonly HintTrigger['on'][] = ['visible', 'focus', 'hover', 'click'];
const TRIGGER_PARTS: Readonly<Partial<Record<HintTrigger['on'], 'event' | 'hint' | 'idle'>>> = {
  event: 'event',
  hintDone: 'hint',
  idle: 'idle',
};

const RULES: readonly (readonly [MissingCode, (hint: DraftHint) => boolean])[] = [
  ['name', ({ name }) => name.trim() === ''],
  ['pages', ({ where }) => (where?.routes ?? []).length === 0],
  ['trigger', ({ when }) => when === undefined],
  ['triggerPart', ({ when }) => when !== undefined && lacksPart(when)],
  ['place', (hint) => hint.where?.target === undefined && (isAtPlace(hint) || startsAtPlace(hint))],
  ['text', (hint) => !hasSteps(hint) && !saysSomething(hint.content)],
  ['steps', (hint) => hasSteps(hint) && hint.steps === undefined],
];

const STEP_RULES: readonly (readonly [MissingCode, (step: DraftStep) => boolean])[] = [
  ['place', (step) => step.target === undefined && isAtPlace(step)],
  ['text', ({ content }) => !saysSomething(content)],
  ['next', ({ next }) => next === undefined],
];

const missingIn = (hint: DraftHint): readonly Missing[] => [
  ...RULES.filter(([, isMissing]) => isMissing(hint)).map(([code]) => ({ code })),
  ...(hasSteps(hint) ? (hint.steps ?? []) : []).flatMap((step) =>
    STEP_RULES.filter(([, isMissing]) => isMissing(step)).map(([code]) => ({ code, step: step.id })),
  ),
];

const startsAtPlace = ({ when }: DraftHint): boolean => when !== undefined && AT_PLACE.includes(when.on);

function lacksPart(when: HintTrigger): boolean {
  const part = TRIGGER_PARTS[when.on];
  return part !== undefined && !when[part];
}

/** A picture alone says nothing to who does not see it. */
const saysSomething = (texts: HintTexts | undefined): boolean =>
  Object.values(texts ?? {}).some(({ title = '', body = '' }: HintText) => `${title}${body}`.trim() !== '');
