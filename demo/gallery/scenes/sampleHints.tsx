import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { HintLayer, type HintDoings, type PictureShown, type ShownHint } from '../../../src/hints/views';

import type { ContentNode } from '../../../src/protocol';
import { on } from '../../../src/ui';

/** Words of a hint: one paragraph. */
export const text = (...words: readonly ContentNode[]): readonly ContentNode[] => [{ t: 'p', c: words }];

const DRAWING =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='656' height='312'%3E%3Crect width='656' height='312' fill='%23f6f8f7'/%3E%3Crect x='24' y='24' width='608' height='300' rx='20' fill='%23fff' stroke='%23e3e9e7' stroke-width='2'/%3E%3Crect x='56' y='56' width='132' height='34' rx='17' fill='%23e5f0fa'/%3E%3Crect x='392' y='46' width='212' height='54' rx='27' fill='%23e2f1ed' stroke='%230e6a5a' stroke-width='4'/%3E%3Cg fill='%23586660'%3E%3Crect x='56' y='122' width='460' height='14' rx='7'/%3E%3Crect x='56' y='150' width='260' height='14' rx='7'/%3E%3C/g%3E%3Crect x='56' y='190' width='504' height='10' rx='5' fill='%23e3e9e7'/%3E%3Crect x='56' y='190' width='232' height='10' rx='5' fill='%230e6a5a'/%3E%3C/svg%3E";

/** A picture that is here. */
export const aPicture: PictureShown = {
  alt: 'Een doel in het zorgplan, met de datum van de evaluatie rechtsboven.',
  seen: { url: DRAWING, width: 656, height: 312 },
};

/** A hint as it could be shown, with only what a state is about. */
export const aHint = (some: Partial<ShownHint>): ShownHint => ({
  id: 'bsn-waarom',
  rev: 1,
  kind: some.look ?? 'tooltip',
  look: 'tooltip',
  title: 'Waarom vragen we het BSN?',
  body: text('Met het BSN controleren we de verzekering. Typ ', { t: 'strong', c: ['9 cijfers'] }, '.'),
  targetLabel: 'BSN',
  isAsked: false,
  isOpen: false,
  actions: [],
  ...some,
});

const CLOCK = {
  now: () => Date.now(),
  after(delayMs: number, action: () => void) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** What a `HintStage` takes. */
export interface HintStageProps {
  readonly hints: readonly ShownHint[];
  readonly hasSpotlight?: boolean;
}

/** A page with one field, and hints on it that do what their buttons say. */
export function HintStage({ hints, hasSpotlight = false }: HintStageProps): JSX.Element {
  const shown = useSignal(hints);
  const [value, setValue] = useState('');
  const [field, setField] = useState<Element | null>(null);
  const places = useMemo(() => ({ of: () => field ?? undefined, follow: () => () => undefined }), [field]);
  const doings = useMemo(() => sampleDoings(shown), []);
  return (
    <div class="hint-page">
      <label class="field" ref={setField}>
        <span class="field-top">BSN</span>
        <input
          class="input"
          value={value}
          {...on<HTMLInputElement>({ input: (_, { value: typed }) => setValue(typed) })}
        />
      </label>
      <HintLayer shown={shown} doings={doings} places={places} clock={CLOCK} hasSpotlight={hasSpotlight} />
    </div>
  );
}

interface Written {
  value: readonly ShownHint[];
}

function sampleDoings(shown: Written): HintDoings {
  const change = (id: string, by: (hint: ShownHint) => Partial<ShownHint> | undefined): void => {
    shown.value = shown.value.flatMap((hint) => {
      const changed = hint.id === id ? by(hint) : {};
      return changed ? [{ ...hint, ...changed }] : [];
    });
  };
  const go = (id: string, by: number): void =>
    change(id, ({ step }) => {
      const index = (step?.index ?? 0) + by;
      return step && index < step.count ? { step: { ...step, index } } : undefined;
    });
  const close = (id: string): void =>
    change(id, ({ kind, isOpen }) => (kind === 'beacon' && isOpen ? { isOpen: false } : undefined));
  return {
    open: (id) => change(id, ({ isOpen }) => ({ isOpen: !isOpen })),
    dismiss: close,
    snooze: close,
    never: (id) => change(id, () => undefined),
    next: (id) => go(id, 1),
    back: (id) => go(id, -1),
    act: close,
    link: () => undefined,
    task: (id, step) =>
      change(id, ({ tasks = [] }) => ({
        tasks: tasks.map((task) => (task.id === step ? { ...task, isDone: !task.isDone } : task)),
      })),
    seen: () => undefined,
  };
}
