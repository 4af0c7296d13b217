import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { AnnotationEditor, AnnotationModel, type AnnotationDeps } from '../../../src/capture/editor';
import { fail, succeed } from '../../../src/foundation/result';
import { clear, show } from '../../support/views';

const SIZE = { width: 640, height: 400 };

const anEditor = (changes: Partial<AnnotationDeps> = {}) =>
  new AnnotationModel({
    subject: {
      picture: { bytes: new ArrayBuffer(8), type: 'image/png', ...SIZE },
      size: SIZE,
      spots: [
        { id: 0, kind: 'text', label: 'Naam', box: [10, 10, 80, 20], canReveal: true },
        { id: 1, kind: 'text', label: 'Naam', box: [10, 40, 80, 20], canReveal: true },
        { id: 2, kind: 'field', label: '', box: [10, 70, 80, 20], canReveal: false },
      ],
      fixedSpots: 0,
      landmarks: [
        { kind: 'navigation', label: 'Hoofdmenu', box: [0, 0, 100, 400] },
        { kind: 'table', label: '', box: [120, 40, 200, 90] },
        { kind: 'table', label: '', box: [120, 240, 200, 90] },
      ],
      draw: () => Promise.resolve(succeed({ bytes: new ArrayBuffer(9), type: 'image/png', ...SIZE })),
    },
    now: () => 0,
    newText: 'Tekst',
    measure: (text) => text.length,
    save: () => Promise.resolve(succeed(undefined)),
    ...changes,
  });

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe = (): void => undefined;
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  };
});
afterEach(clear);

test('covered spots are a list of names, each once; what is blocked has no button', async () => {
  const view = await show(<AnnotationEditor model={anEditor()} kind="screenshot" onClosed={() => undefined} />);
  expect(view.find('heading', '3 plekken zijn afgedekt.')).toBeDefined();
  expect(view.names('listitem').map((name) => name.replace('Laten zien', ''))).toEqual([
    'Tekst bij Naam 1',
    'Tekst bij Naam 2',
    'VeldBlijft altijd afgedekt',
  ]);
  expect(view.all('button', /^Laten zien: /)).toHaveLength(2);
});

test('the parts of the page stand in the list of places, each under a name of its own, and take a shape', async () => {
  const model = anEditor();
  const view = await show(<AnnotationEditor model={model} kind="screenshot" onClosed={() => undefined} />);
  const names = view.all('button', /: Kader$/).map((button) => button.textContent);
  expect(names.slice(0, 4)).toEqual(['Navigatie Hoofdmenu', 'Tabel 1', 'Tabel 2', 'linksboven']);
  await view.press('button', 'Tabel 2: Kader');
  expect(model.work.annotations.value.shapes).toMatchObject([{ kind: 'box', box: [114, 234, 212, 102] }]);
});

test('a spot is shown only after the question, and told', async () => {
  const model = anEditor();
  const view = await show(<AnnotationEditor model={model} kind="screenshot" onClosed={() => undefined} />);
  await view.press('button', 'Laten zien: Tekst bij Naam 2');
  expect(view.text()).toContain('Laat je hier gegevens van een cliënt zien?');
  await view.press('button', 'Afgedekt laten');
  expect(model.spots.revealed.value.size).toBe(0);
  await view.press('button', 'Laten zien: Tekst bij Naam 2');
  await view.press('button', 'Laten zien');
  expect([...model.spots.revealed.value]).toEqual([1]);
  expect(view.text()).toContain('Tekst bij Naam 2 is nu te zien.');
  await view.press('button', 'Weer afdekken: Tekst bij Naam 2');
  expect(model.spots.revealed.value.size).toBe(0);
});

test('after a reload the list says that nothing can be shown', async () => {
  const { draw: _draw, ...subject } = { draw: undefined, ...anEditor().pixels.subject.value };
  const model = anEditor({ subject: { ...subject, spots: [], fixedSpots: 12 } });
  const view = await show(<AnnotationEditor model={model} kind="screenshot" onClosed={() => undefined} />);
  expect(view.text()).toContain('12 plekken zijn afgedekt.');
  expect(view.text()).toContain('Laten zien kan hier niet meer.');
});

test('a picture of somebody’s own has nothing covered to list', async () => {
  const view = await show(<AnnotationEditor model={anEditor()} kind="file" onClosed={() => undefined} />);
  expect(view.find('heading', 'Beeld bewerken')).toBeDefined();
  expect(view.all('button', /^Laten zien/)).toHaveLength(0);
});

test('Klaar closes once the work is kept; when it is not, it stays and says what is safe', async () => {
  const closed = vi.fn<(isDone: boolean) => void>();
  const failing = anEditor({ save: () => Promise.resolve(fail({ code: 'picture-failed', message: '' })) });
  const view = await show(<AnnotationEditor model={failing} kind="screenshot" onClosed={closed} />);
  await view.press('button', 'Klaar');
  expect(closed).not.toHaveBeenCalled();
  expect(view.text()).toContain('Bewaren lukt nu niet. Wat je tekende staat er nog.');
  clear();
  const works = await show(<AnnotationEditor model={anEditor()} kind="screenshot" onClosed={closed} />);
  await works.press('button', 'Klaar');
  expect(closed).toHaveBeenCalledWith(true);
});
