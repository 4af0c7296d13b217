import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { createFormat, createTranslate, nl } from '../../src/locale';
import { recordingTexts } from '../../src/locale/recording';
import { Announcer, TextProvider } from '../../src/ui';
import { manualClock } from './builders';

/** A view on a page, used as a person would: things are found by role and Dutch name. */
export interface Shown {
  /** The one thing with this role and name; fails with what is there when it is not. */
  find(role: Role, name?: string | RegExp): HTMLElement;
  /** All things with this role, and name when it is given. */
  all(role: Role, name?: string | RegExp): readonly HTMLElement[];
  /** Their names, in order. */
  names(role: Role): readonly string[];
  press(role: Role, name: string | RegExp): Promise<void>;
  type(name: string | RegExp, text: string): Promise<void>;
  /** Presses a key where the focus is. */
  key(key: string, held?: { readonly ctrlKey?: boolean }): Promise<void>;
  /** Everything a person can read. */
  text(): string;
  /** Lets promises and drawing finish. */
  settle(): Promise<void>;
}

const SELECTORS = {
  alert: '[role=alert]',
  article: 'article',
  button: 'button',
  checkbox: '[type=checkbox]',
  group: '[role=group]',
  heading: 'h2, h3',
  list: '[role=list], ol, ul',
  listitem: 'li',
  log: '[role=log]',
  progressbar: 'progress',
  radio: '[type=radio]',
  radiogroup: '[role=radiogroup]',
  status: '[role=status]',
  textbox: 'input[type=text], textarea',
} as const;
type Role = keyof typeof SELECTORS;

const place = document.createElement('div');

/** Draws a view with the texts of "je" and a live region. */
export async function show(view: ComponentChild): Promise<Shown> {
  document.body.append(place);
  const translate = createTranslate({ locale: 'nl', messages: { ...nl, ...recordingTexts.nl }, brand: 'Cliendo' });
  const settle = (): Promise<void> =>
    act(async () => {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    });
  await act(() =>
    render(
      <TextProvider translate={translate} format={createFormat('nl', 'Europe/Amsterdam')}>
        <Announcer clock={manualClock()}>{view}</Announcer>
      </TextProvider>,
      place,
    ),
  );
  await settle();

  const all: Shown['all'] = (role, name) =>
    [...place.querySelectorAll<HTMLElement>(SELECTORS[role])].filter(
      (found) => name === undefined || isCalled(found, name),
    );
  const find: Shown['find'] = (role, name) => {
    const [found, other] = all(role, name);
    if (!found || other)
      throw new Error(`${found ? 'several' : 'no'} ${role} "${name}"; there are: ${names(role).join(' | ')}`);
    return found;
  };
  const names: Shown['names'] = (role) => all(role).map(nameOf);
  const afterwards = async (deed: () => unknown): Promise<void> => {
    await act(() => void deed());
    await settle();
  };
  return {
    find,
    all,
    names,
    settle,
    press: (role, name) => {
      const found = find(role, name);
      return afterwards(() => {
        found.focus();
        found.click();
      });
    },
    type: (name, text) => {
      const field = find('textbox', name) as HTMLInputElement; // by its selector
      return afterwards(() => {
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    },
    key: (key, held = {}) =>
      afterwards(() =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
        ),
      ),
    text: () => place.textContent ?? '',
  };
}

/** Takes the view off the page. */
export const clear = (): void => render(null, place);

const isCalled = (element: HTMLElement, name: string | RegExp): boolean =>
  typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));

/** The name that assistive tools give an element, as far as our views need it. */
function nameOf(element: HTMLElement): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : element.closest('label');
  const named = labelledBy ? document.getElementById(labelledBy) : (label ?? element);
  const text = element.getAttribute('aria-label') ?? named?.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim();
}
