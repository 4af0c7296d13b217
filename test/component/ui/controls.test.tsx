import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { createFormat, createTranslate } from '../../../src/locale';
import { nl } from '../../support/dutch';
import {
  Button,
  Checkbox,
  Choice,
  FilePicker,
  IconButton,
  List,
  ListRow,
  Progress,
  RichText,
  Screen,
  TextField,
  TextProvider,
} from '../../../src/ui';

const place = document.createElement('div');
document.body.append(place);

const show = (view: ComponentChild): HTMLElement => {
  const translate = createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' });
  act(() =>
    render(
      <TextProvider translate={translate} format={createFormat('nl')}>
        {view}
      </TextProvider>,
      place,
    ),
  );
  return place;
};
const find = <Found extends Element>(selector: string): Found => {
  const found = place.querySelector<Found>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const textOf = (ids: string | null): string =>
  (ids ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

afterEach(() => render(null, place));

describe('a button', () => {
  it('acts when it is pressed', () => {
    let presses = 0;
    show(<Button onPress={() => presses++}>Versturen</Button>);
    find<HTMLButtonElement>('button').click();
    expect(presses).toBe(1);
  });

  it('acts on what the firewall tells again, and then sees the native event', () => {
    let presses = 0;
    show(<Button onPress={() => presses++}>Versturen</Button>);
    find('button').dispatchEvent(new CustomEvent('cl-click', { bubbles: true, detail: new MouseEvent('click') }));
    expect(presses).toBe(1);
  });

  it.each(['busy', 'disabled'] as const)('does nothing while %s, and can still be found by keyboard', (state) => {
    let presses = 0;
    show(
      <Button {...{ [state]: true }} onPress={() => presses++}>
        Versturen
      </Button>,
    );
    const button = find<HTMLButtonElement>('button');
    button.click();
    expect([presses, button.disabled, button.getAttribute('aria-disabled')]).toEqual([0, false, 'true']);
  });

  it('that shows only an icon has a name, and its keys are told', () => {
    show(<IconButton icon="close" name="Sluiten" keys="Escape" onPress={() => undefined} />);
    expect(find('button').getAttribute('aria-label')).toBe('Sluiten');
    expect(find('button').getAttribute('aria-keyshortcuts')).toBe('Escape');
    expect(find('svg').getAttribute('aria-hidden')).toBe('true');
  });

  it('never sends a form of the host', () => {
    show(<Button onPress={() => undefined}>Versturen</Button>);
    expect(find<HTMLButtonElement>('button').type).toBe('button');
  });
});

describe('a field', () => {
  it('is named by its label and described by example, hint and error', () => {
    show(
      <TextField
        label="Vraag"
        example="Bijvoorbeeld"
        hint="Hulp"
        error="Vul in: Vraag."
        value=""
        onInput={() => undefined}
      />,
    );
    const input = find<HTMLInputElement>('input');
    expect(input.labels?.[0]?.textContent).toBe('Vraag');
    expect(textOf(input.getAttribute('aria-describedby')).replace(/\s+/g, ' ')).toBe(
      'Bijvoorbeeld Hulp Vul in: Vraag.',
    );
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('gives what is typed', () => {
    let text = '';
    show(<TextField multiline label="Vraag" value="" onInput={(typed) => (text = typed)} />);
    const area = find<HTMLTextAreaElement>('textarea');
    area.value = 'niets';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    expect(text).toBe('niets');
  });

  it.each([
    ['Enter', {}, 'enter'],
    ['Enter', { ctrlKey: true }, 'submit'],
    ['Enter', { metaKey: true }, 'submit'],
    ['Enter', { isComposing: true }, ''],
  ])('%s with %o', (key, modifiers, expected) => {
    let done = '';
    show(
      <TextField
        label="Vraag"
        value=""
        onInput={() => undefined}
        onEnter={() => (done = 'enter')}
        onSubmit={() => (done = 'submit')}
      />,
    );
    find('input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
    expect(done).toBe(expected);
  });

  it('of more lines keeps Enter for a new line', () => {
    let done = '';
    show(<TextField multiline label="Vraag" value="" onInput={() => undefined} onEnter={() => (done = 'enter')} />);
    const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    find('textarea').dispatchEvent(press);
    expect([done, press.defaultPrevented]).toEqual(['', false]);
  });
});

describe('a choice', () => {
  const options = [
    { value: 'problem', label: 'Er gaat iets mis' },
    { value: 'wish', label: 'Ik heb een wens' },
  ] as const;

  it('is a named group of radio buttons of which one is chosen', () => {
    show(<Choice label="Waar gaat het om?" value="problem" options={options} onChange={() => undefined} />);
    expect(textOf(find('[role=radiogroup]').getAttribute('aria-labelledby'))).toBe('Waar gaat het om?');
    expect([...place.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ checked }) => checked)).toEqual([
      true,
      false,
    ]);
  });

  it('tells what is chosen', () => {
    let chosen = '';
    show(<Choice label="Waar gaat het om?" value="problem" options={options} onChange={(value) => (chosen = value)} />);
    find<HTMLInputElement>('label:last-child input').click();
    expect(chosen).toBe('wish');
  });

  it('a box can be ticked by its text', () => {
    let isChecked = false;
    show(
      <Checkbox label="Ik heb het beeld nagekeken." checked={false} onChange={(checked) => (isChecked = checked)} />,
    );
    find<HTMLLabelElement>('label').click();
    expect(isChecked).toBe(true);
  });
});

describe('what is shown', () => {
  it('a list is named and its rows are buttons', () => {
    let opened = 0;
    show(
      <List label="Mijn vragen">
        <ListRow title="Agenda" onPress={() => opened++} />
      </List>,
    );
    expect(find('ul').getAttribute('aria-label')).toBe('Mijn vragen');
    find<HTMLButtonElement>('li button').click();
    expect(opened).toBe(1);
  });

  it('progress is a bar with a text', () => {
    show(<Progress label="40 procent verstuurd." value={40} />);
    expect(find<HTMLProgressElement>('progress').value).toBe(40);
    expect(find('label').textContent).toBe('40 procent verstuurd.');
  });

  it('a screen has a title that can take the focus, and named buttons', () => {
    show(
      <Screen title="Nieuwe vraag" titleId="title" onBack={() => undefined} onClose={() => undefined}>
        …
      </Screen>,
    );
    expect(find('h2').getAttribute('tabindex')).toBe('-1');
    expect([...place.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))).toEqual([
      'Terug',
      'Sluiten',
    ]);
  });

  it('a picker hands over all picked files', () => {
    const picked: string[] = [];
    show(<FilePicker onFiles={(files) => picked.push(...files.map(({ name }) => name))}>Bestand kiezen</FilePicker>);
    const input = find<HTMLInputElement>('input[type=file]');
    Object.defineProperty(input, 'files', { value: [new File(['a'], 'a.png'), new File(['b'], 'b.png')] });
    input.dispatchEvent(new Event('change'));
    expect(picked).toEqual(['a.png', 'b.png']);
  });
});

describe('rich text', () => {
  it('draws a link that opens apart and tells nobody where it was', () => {
    show(<RichText content={[{ t: 'a', href: 'https://help.example.nl', c: ['uitleg'] }]} />);
    expect(find<HTMLAnchorElement>('a').rel).toBe('noopener noreferrer');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', '//evil.example'])(
    'draws %s as plain text',
    (href) => {
      show(<RichText content={[{ t: 'a', href, c: ['uitleg'] }]} />);
      expect(place.querySelector('a')).toBeNull();
      expect(place.textContent).toBe('uitleg');
    },
  );

  it('shows text that looks like HTML as text', () => {
    show(<RichText content={['<img src=x onerror=alert(1)>']} />);
    expect(place.querySelector('img')).toBeNull();
    expect(place.textContent).toContain('<img');
  });
});
