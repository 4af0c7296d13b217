import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HintLayer, type HintDoings, type ShownHint } from '../../../src/hints/views';
import { createFormat, createTranslate } from '../../../src/locale';
import { TextProvider } from '../../../src/ui';
import { manualClock } from '../../support/builders';
import { nl } from '../../support/dutch';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

let root: ShadowRoot;
const shown = signal<readonly ShownHint[]>([]);
const nothing = (): void => undefined;
const names = ['open', 'dismiss', 'snooze', 'never', 'next', 'back', 'act', 'link', 'task', 'seen'];
const doings = Object.fromEntries(names.map((name) => [name, nothing])) as unknown as HintDoings; // all of them

const hint = (some: Partial<ShownHint>): ShownHint => ({
  id: 'plan',
  rev: 1,
  kind: some.look ?? 'tooltip',
  look: 'tooltip',
  title: 'Evaluatie in het zorgplan',
  body: [{ t: 'p', c: ['Bij elk doel staat wanneer.'] }],
  isAsked: false,
  isOpen: false,
  actions: [],
  ...some,
});
const tour = (index: number, some: Partial<ShownHint>): ShownHint =>
  hint({ kind: 'tour', step: { index, count: 3, isButtonNext: true }, ...some });

beforeEach(() => {
  shown.value = [];
  document.body.innerHTML = '<main><input></main><cliendo-support-bar></cliendo-support-bar>';
  root = document.querySelector('cliendo-support-bar')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  const field = document.querySelector('input') ?? undefined;
  const places = { of: () => field, follow: () => nothing };
  void act(() =>
    render(
      <TextProvider
        translate={createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' })}
        format={createFormat('nl')}
      >
        <HintLayer shown={shown} doings={doings} places={places} clock={manualClock()} />
      </TextProvider>,
      root,
    ),
  );
});
afterEach(() => render(null, root));

const show = (...hints: readonly ShownHint[]): void => void act(() => void (shown.value = hints));

describe('a picture', () => {
  const alt = 'Een doel in het zorgplan, met de datum van de evaluatie.';
  const seen = { url: 'blob:plan', width: 656, height: 312 };
  it.each(['tooltip', 'banner', 'modal', 'slideout', 'checklist'] as const)(
    'stands in the card of a %s, with what is to be seen, and with its size before it is drawn',
    (look) => {
      show(hint({ look, picture: { alt, seen } }));
      const [picture, ...more] = root.querySelectorAll('img');
      expect(more).toEqual([]);
      expect(picture?.outerHTML).toBe(
        `<img class="hint-picture" src="blob:plan" width="656" height="312" alt="${alt}">`,
      );
    },
  );

  it('stands in the card of a dot once that is open, and in a step of a tour', () => {
    show(hint({ look: 'beacon', picture: { alt, seen } }));
    expect(root.querySelector('img')).toBeNull();
    show(hint({ look: 'beacon', isOpen: true, picture: { alt, seen } }));
    expect(root.querySelector('img')?.alt).toBe(alt);
    show(tour(1, { picture: { alt, seen } }));
    expect(root.querySelector('img')?.alt).toBe(alt);
  });

  it('that did not come is a sentence', () => {
    show(hint({ picture: { alt } }));
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.hint-gone')?.textContent).toBe(alt);
  });
});
