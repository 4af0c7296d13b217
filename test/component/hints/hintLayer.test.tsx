import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HintLayer, hintStop, type HintDoings, type ShownHint } from '../../../src/hints/views';
import { createFormat, createTranslate } from '../../../src/locale';
import { cycleFocus, TextProvider } from '../../../src/ui';
import { manualClock, type ManualClock } from '../../support/builders';
import { nl } from '../../support/dutch';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

/** What was done, as a person would tell it. */
let done: string[];
let clock: ManualClock;
let root: ShadowRoot;
let field: HTMLInputElement;
const shown = signal<readonly ShownHint[]>([]);
const isHidden = signal(false);

const hint = (some: Partial<ShownHint> = {}): ShownHint => ({
  id: 'bsn',
  rev: 1,
  kind: some.look ?? 'tooltip',
  look: 'tooltip',
  title: 'Waarom vragen we het BSN?',
  body: [{ t: 'p', c: ['Typ 9 cijfers.'] }],
  targetLabel: 'BSN',
  isAsked: false,
  isOpen: false,
  actions: [],
  ...some,
});
const tour = (index: number, some: Partial<ShownHint> = {}): ShownHint =>
  hint({ kind: 'tour', step: { index, count: 3, isButtonNext: true }, title: `Deel ${index + 1}`, ...some });

const doings: HintDoings = {
  open: (id) => void done.push(`open ${id}`),
  dismiss: (id) => void done.push(`dismiss ${id}`),
  snooze: (id) => void done.push(`snooze ${id}`),
  never: (id) => void done.push(`never ${id}`),
  next: (id) => void done.push(`next ${id}`),
  back: (id) => void done.push(`back ${id}`),
  act: (id, action) => void done.push(`act ${id} ${action}`),
  link: (id, href) => void done.push(`link ${id} ${href}`),
  task: (id, step) => void done.push(`task ${id} ${step}`),
  seen: (id) => void done.push(`seen ${id}`),
};

beforeEach(() => {
  done = [];
  clock = manualClock();
  shown.value = [];
  isHidden.value = false;
  document.body.innerHTML = '<main><label>BSN <input></label></main><cliendo-support-bar></cliendo-support-bar>';
  root = document.querySelector('cliendo-support-bar')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  field = document.querySelector('input') as HTMLInputElement;
  const places = { of: () => field, follow: () => () => undefined };
  void act(() =>
    render(
      <TextProvider
        translate={createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' })}
        format={createFormat('nl')}
      >
        <HintLayer shown={shown} doings={doings} places={places} clock={clock} isHidden={isHidden} />
      </TextProvider>,
      root,
    ),
  );
});
afterEach(() => render(null, root));

const show = (...hints: readonly ShownHint[]): void => void act(() => void (shown.value = hints));
const nameOf = (element: Element): string => {
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labelled = ids.map((id) => root.getElementById(id)?.textContent).join(', ');
  return (labelled || element.getAttribute('aria-label') || element.textContent).trim();
};
/** Everything that assistive tools tell of, as lines: role and Dutch name. */
const tree = (): string[] =>
  [...root.querySelectorAll('[popover], h2, button, a, progress, li')].map((element) => {
    const role = element.getAttribute('role') ?? element.localName;
    return element.localName === 'li' || element.className === 'hint-beacon' ? role : `${role}: ${nameOf(element)}`;
  });
const button = (name: string): HTMLButtonElement => {
  const found = [...root.querySelectorAll('button')].find((one) => nameOf(one) === name);
  if (!found) throw new Error(`no button "${name}"; there is: ${tree().join(' | ')}`);
  return found;
};
const press = (name: string): void => void act(() => button(name).click());
const key = (on: EventTarget, name: string): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true });
  void act(() => void on.dispatchEvent(event));
  return event;
};
const pass = (ms: number): void => void act(() => clock.pass(ms));
const spoken = (): string => root.querySelector('[role=status]')?.textContent ?? '';

describe('what assistive tools tell of', () => {
  it.each<[string, ShownHint]>([
    ['a hint that only explains', hint()],
    ['a hint with a button', hint({ actions: [{ label: 'Lees meer', does: 'openArticle' }] })],
    ['a dot', hint({ look: 'beacon' })],
    ['an opened dot', hint({ look: 'beacon', isOpen: true, isAsked: true })],
    ['a strip', hint({ look: 'banner', title: 'Vanavond onderhoud' })],
    ['a card in the middle', hint({ look: 'modal', title: 'Het zorgplan is vernieuwd' })],
    ['a card in a corner', hint({ look: 'slideout', title: 'Het zorgplan is vernieuwd' })],
    ['a step of a tour', tour(1)],
    ['a step whose place is not there', tour(1, { isPlaceMissing: true })],
    [
      'a list of tasks',
      hint({
        look: 'checklist',
        title: 'Aan de slag',
        tasks: [
          { id: 'filter', title: 'Zet een filter', isDone: true },
          { id: 'zoek', title: 'Zoek een cliënt', isDone: false },
        ],
      }),
    ],
  ])('%s', (_, one) => {
    show(one);
    expect(tree()).toMatchSnapshot();
  });
});

describe('what a press does', () => {
  it.each<[string, ShownHint, string]>([
    ['Sluiten', hint(), 'dismiss bsn'],
    ['Niet meer laten zien', hint(), 'never bsn'],
    ['Later', hint({ look: 'modal' }), 'snooze bsn'],
    ['Begrepen', hint({ look: 'modal' }), 'dismiss bsn'],
    ['Lees meer', hint({ actions: [{ label: 'Lees meer', does: 'openArticle' }] }), 'act bsn 0'],
    ['Volgende', tour(1), 'next bsn'],
    ['Vorige', tour(1), 'back bsn'],
    ['Begrepen', tour(2), 'next bsn'],
    ['Uitleg bij BSN', hint({ look: 'beacon' }), 'open bsn'],
    ['Uitleg bij BSN', hint({ look: 'beacon', isOpen: true }), 'open bsn'],
    [
      'Zet een filter',
      hint({ look: 'checklist', tasks: [{ id: 'filter', title: 'Zet een filter', isDone: false }] }),
      'task bsn filter',
    ],
  ])('%s', (name, one, expected) => {
    show(one);
    press(name);
    expect(done).toEqual([expected]);
  });

  it('on a link of ours is told to the app; a link to a website is the browser’s', () => {
    const link = (href: string) => ({ t: 'a', href, c: [href] }) as const;
    show(hint({ body: [link('artikel:bsn'), link('/planning'), link('https://help.example.nl/')] }));
    const [article, page, website] = root.querySelectorAll('a');
    const isPrevented = (one: Element | undefined): boolean => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true });
      void act(() => void one?.dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect([isPrevented(article), isPrevented(page)]).toEqual([true, true]);
    expect(done).toEqual(['link bsn artikel:bsn', 'link bsn /planning']);
    expect([website?.target, website?.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });
});

describe('the focus', () => {
  it('stays where a person types when a hint comes by itself, which is spoken', () => {
    field.focus();
    show(hint());
    expect(document.activeElement).toBe(field);
    pass(100);
    expect(spoken()).toBe('Waarom vragen we het BSN? Typ 9 cijfers.');
  });

  it('goes to the heading of what was asked for, and comes back when it closes', () => {
    field.focus();
    show(hint({ isAsked: true }));
    expect(root.activeElement?.textContent).toBe('Waarom vragen we het BSN?');
    pass(100);
    expect(spoken()).toBe('');
    show();
    expect(document.activeElement).toBe(field);
  });

  it('goes along with the steps that a person presses through', () => {
    show(tour(0));
    button('Volgende').focus();
    press('Volgende');
    show(tour(1));
    expect(root.activeElement?.textContent).toBe('Deel 2');
    press('Volgende');
    show(tour(2, { look: 'modal' }));
    expect(root.activeElement?.textContent).toBe('Deel 3');
  });

  it('does not jump to a step that comes after the person went on elsewhere', () => {
    show(tour(0));
    press('Volgende');
    show();
    field.focus();
    key(field, 'a');
    show(tour(1));
    expect(document.activeElement).toBe(field);
  });

  it('comes back to the dot whose card is closed by a second press, and is not waiting for it any more', () => {
    show(hint({ look: 'beacon' }));
    button('Uitleg bij BSN').focus();
    press('Uitleg bij BSN');
    show(hint({ look: 'beacon', isOpen: true }));
    expect(root.activeElement?.textContent).toBe('Waarom vragen we het BSN?');
    button('Uitleg bij BSN').focus();
    press('Uitleg bij BSN');
    show(hint({ look: 'beacon' }));
    expect(root.activeElement).toBe(button('Uitleg bij BSN'));
    show(hint({ look: 'beacon', isOpen: true }));
    expect(root.activeElement).toBe(button('Uitleg bij BSN'));
  });

  it('comes back to the dot when the cross closes its card', () => {
    show(hint({ look: 'beacon' }));
    button('Uitleg bij BSN').focus();
    press('Uitleg bij BSN');
    show(hint({ look: 'beacon', isOpen: true }));
    show(hint({ look: 'beacon' }));
    expect(root.activeElement).toBe(button('Uitleg bij BSN'));
  });

  it('stays on the page when the page leads on', () => {
    show(tour(0));
    field.focus();
    show(tour(1));
    expect(document.activeElement).toBe(field);
  });
});

describe('Esc', () => {
  it('closes the topmost, one at a time, and the host’s dialog below it stays', () => {
    show(hint({ id: 'onder', look: 'slideout' }), hint({ id: 'boven' }));
    expect(key(field, 'Escape').defaultPrevented).toBe(true);
    expect(done).toEqual(['dismiss boven']);
  });

  it.each([
    ['that the host has used', (): void => field.addEventListener('keydown', (event) => event.preventDefault())],
    ['in a list that is open', (): void => field.setAttribute('aria-expanded', 'true')],
  ])('%s closes nothing of ours', (_, prepare) => {
    prepare();
    field.focus();
    show(hint());
    key(field, 'Escape');
    expect(done).toEqual([]);
  });

  it('in the page leaves a strip, a list of tasks and a closed dot; within it closes the one that has the focus', () => {
    show(hint({ id: 'strip', look: 'banner' }), hint({ id: 'lijst', look: 'checklist' }), hint({ look: 'beacon' }));
    expect(key(field, 'Escape').defaultPrevented).toBe(false);
    expect(done).toEqual([]);
  });
});

describe('a tour that is stopped', () => {
  it('says where it can be found again, until the next begins', () => {
    show(tour(0));
    press('Sluiten');
    show();
    pass(100);
    expect(spoken()).toBe('Je vindt deze uitleg terug bij Aanwijzingen op deze pagina.');
    expect(root.querySelector('.hint-note')?.textContent).toContain('Je vindt deze uitleg terug');
    pass(10_000);
    expect(root.querySelector('.hint-note')).toBeNull();
  });

  it('says nothing when it was read to the end', () => {
    show(tour(2));
    press('Begrepen');
    show();
    expect(root.querySelector('.hint-note')).toBeNull();
  });
});

it('is gone from the screen while a picture is made, and comes back as it was', () => {
  show(hint());
  const layer = root.querySelector<HTMLElement>('.hints');
  void act(() => void (isHidden.value = true));
  expect(layer?.hidden).toBe(true);
  void act(() => void (isHidden.value = false));
  expect(layer?.hidden).toBe(false);
  expect(tree()).toContain('button: Sluiten');
});

describe('F6', () => {
  const cycle = (): (() => void) =>
    cycleFocus({
      view: window,
      key: 'F6',
      roots: [root],
      stops: [hintStop(root)],
    });

  it('goes from the page to the card and back to where one was', () => {
    const end = cycle();
    field.focus();
    show(hint());
    expect(key(field, 'F6').defaultPrevented).toBe(true);
    expect(root.activeElement?.textContent).toBe('Waarom vragen we het BSN?');
    key(root.activeElement as Element, 'F6');
    expect(document.activeElement).toBe(field);
    end();
  });

  it('goes to the dot when nothing else is there', () => {
    const end = cycle();
    field.focus();
    show(hint({ look: 'beacon' }));
    key(field, 'F6');
    expect(root.activeElement).toBe(button('Uitleg bij BSN'));
    end();
  });

  it('is the browser’s when nothing of ours is on the screen', () => {
    const end = cycle();
    expect(key(field, 'F6').defaultPrevented).toBe(false);
    end();
  });
});
