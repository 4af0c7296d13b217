import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeTarget } from '../../../src/hints';
import { HintLayer, type HintDoings, type ShownHint } from '../../../src/hints/views';
import { createFormat, createTranslate } from '../../../src/locale';
import { TextProvider } from '../../../src/ui';
import { manualClock } from '../../support/builders';
import { nl } from '../../support/dutch';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

let bar: HTMLElement;
let root: ShadowRoot;
let target: Element | undefined;
let redraw: () => void;
const shown = signal<readonly ShownHint[]>([]);
const nothing = (): void => undefined;
const names = ['open', 'dismiss', 'snooze', 'never', 'next', 'back', 'act', 'link', 'task', 'seen'];
const doings = Object.fromEntries(names.map((name) => [name, nothing])) as unknown as HintDoings; // all of them

const hint = (some: Partial<ShownHint> = {}): ShownHint => ({
  id: 'bsn',
  rev: 1,
  kind: 'tooltip',
  look: 'tooltip',
  title: 'Waarom vragen we het BSN?',
  body: [{ t: 'p', c: ['Typ ', { t: 'strong', c: ['9 cijfers'] }, '.'] }],
  isAsked: false,
  isOpen: false,
  actions: [],
  ...some,
});
const WORDS = 'Waarom vragen we het BSN? Typ 9 cijfers.';

function draw(isDescribing: boolean): void {
  const listeners = new Set<() => void>();
  redraw = () => void act(() => listeners.forEach((listener) => listener()));
  const places = {
    of: () => target,
    follow(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  void act(() =>
    render(
      <TextProvider
        translate={createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' })}
        format={createFormat('nl')}
      >
        <HintLayer
          shown={shown}
          doings={doings}
          places={places}
          clock={manualClock()}
          {...(isDescribing && { describe: (one: ShownHint, at: Element) => describeTarget(at, one, root) })}
        />
      </TextProvider>,
      root,
    ),
  );
}

beforeEach(() => {
  shown.value = [];
  document.body.innerHTML =
    '<main><p id="uitleg">Negen cijfers.</p><input aria-describedby="uitleg"><button></button></main>';
  bar = document.createElement('cliendo-support-bar');
  document.documentElement.append(bar);
  root = bar.attachShadow({ mode: 'open' });
  target = field();
});
afterEach(() => {
  render(null, root);
  bar.remove();
});

const field = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement;
const button = (): HTMLButtonElement => document.querySelector('main button') as HTMLButtonElement;
const show = (...hints: readonly ShownHint[]): void => void act(() => void (shown.value = hints));
/** What the page says of an element, as a screen reader puts it together. */
const descriptionOf = (element: Element): string | undefined =>
  element
    .getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

describe('with `describeTargets` a hint that only explains', () => {
  beforeEach(() => draw(true));

  it('is read with its place, beside what the host says of it; then all is as it was', () => {
    const before = document.body.innerHTML;
    show(hint());
    expect(descriptionOf(field())).toBe(`Negen cijfers. ${WORDS}`);
    show();
    expect(document.body.innerHTML).toBe(before);
    expect(bar.childElementCount).toBe(0);
  });

  it('is read with a place of which nothing was said; nothing is left of it', () => {
    target = button();
    const before = document.body.innerHTML;
    show(hint());
    expect(descriptionOf(button())).toBe(WORDS);
    show();
    expect(document.body.innerHTML).toBe(before);
  });

  it('stands in our element where nobody sees it', () => {
    show(hint());
    expect([...bar.children].map((one) => [one.textContent, one.slot])).toEqual([[WORDS, 'described']]);
    expect(root.querySelector<HTMLSlotElement>('slot[name=described]')?.hidden).toBe(true);
    show();
    show(hint());
    expect(root.querySelectorAll('slot')).toHaveLength(1);
  });

  it('leaves alone what the host changed meanwhile', () => {
    show(hint());
    field().setAttribute('aria-describedby', 'fout');
    show();
    expect(field().getAttribute('aria-describedby')).toBe('fout');
    show(hint());
    field().removeAttribute('aria-describedby');
    show();
    expect(field().hasAttribute('aria-describedby')).toBe(false);
  });

  it('follows its place when the host draws that anew', () => {
    show(hint());
    const old = field();
    target = button();
    redraw();
    expect(old.getAttribute('aria-describedby')).toBe('uitleg');
    expect(descriptionOf(button())).toBe(WORDS);
  });

  it.each<[string, Partial<ShownHint>]>([
    ['with a button', { actions: [{ label: 'Lees meer', does: 'openArticle' }] }],
    ['that is a step', { kind: 'tour', step: { index: 0, count: 2, isButtonNext: true } }],
    ['that is a strip', { kind: 'banner', look: 'banner' }],
    ['that is a closed dot', { kind: 'beacon', look: 'beacon' }],
  ])('not one %s: that is a thing of its own', (_what, some) => {
    show(hint(some));
    expect(field().getAttribute('aria-describedby')).toBe('uitleg');
  });

  it('not at a place in another tree, which can not point to ours', () => {
    const inner = document.createElement('input');
    button().parentElement?.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(inner);
    target = inner;
    show(hint());
    expect([inner.outerHTML, bar.childElementCount]).toEqual(['<input>', 0]);
  });
});

it('without it nothing is written in the page', () => {
  draw(false);
  const before = document.body.innerHTML;
  show(hint());
  expect([document.body.innerHTML, bar.childElementCount]).toEqual([before, 0]);
});
