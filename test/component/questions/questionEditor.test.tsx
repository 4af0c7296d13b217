import { afterEach, describe, expect, test } from 'vitest';
import { AskField, QuestionEditor } from '../../../src/questions/views';
import { anAttachment } from '../../support/builders';
import { aQuestionsModel, keep } from '../../support/questions';
import { clear, show } from '../../support/views';

const frame = { titleId: 'title' };
const places = [
  { label: 'Agenda › Week', route: '/agenda/week' },
  { label: 'Dossier › Zorgplan', route: '/dossier/zorgplan' },
];

async function open(change: Parameters<typeof aQuestionsModel>[0] = {}) {
  const all = aQuestionsModel(change);
  const went: string[] = [];
  const form = await show(
    <QuestionEditor
      model={all.model}
      frame={frame}
      places={places}
      onKept={() => went.push('bundle')}
      onNext={(next) => went.push(next)}
    />,
  );
  return { ...all, form, went };
}

afterEach(clear);

describe('the field at home', () => {
  test('keeps what is typed and goes on with Enter', async () => {
    const { model } = aQuestionsModel();
    let asked = 0;
    const home = await show(<AskField model={model} onAsk={() => asked++} />);
    await home.type('Typ je vraag', 'De agenda slaat niet op');
    await home.key('Enter');
    expect(asked).toBe(1);
    expect(model.bundle.value.asking).toBe('De agenda slaat niet op');
  });
});

describe('the question form', () => {
  test('is ready to type in: the focus is behind the words that were carried over', async () => {
    const { model } = aQuestionsModel();
    model.type('De agenda slaat niet op');
    model.ask();
    const form = await show(
      <QuestionEditor model={model} frame={frame} onKept={() => undefined} onNext={() => undefined} />,
    );
    const field = form.find('textbox', 'Wat gebeurt er precies?') as HTMLTextAreaElement;
    expect(document.activeElement).toBe(field);
    expect(field.selectionStart).toBe('De agenda slaat niet op'.length);
  });

  test('names the place and preselects the open client', async () => {
    const { form } = await open();
    expect(form.text()).toContain('Je bent nu op: Agenda › Week');
    expect((form.find('radio', 'Cliënt die nu open staat (#10432)') as HTMLInputElement).checked).toBe(true);
    expect(form.text()).toContain('We sturen alleen het nummer mee, niet de naam.');
  });

  test('has no field for a name when no client is open', async () => {
    const { form } = await open({ context: () => ({}) });
    expect(form.all('radio', /Cliënt die nu open staat/)).toEqual([]);
    expect(form.names('radio')).toEqual(
      expect.arrayContaining(['Bij alle cliënten', 'Bij een paar cliënten', 'Gaat niet over een cliënt']),
    );
    expect(form.text()).toContain('Nog geen plek gekozen');
  });

  test('asks something else for a wish, and leaves the white screen out', async () => {
    const { form } = await open();
    await form.press('radio', 'Ik heb een wens');
    expect(form.all('textbox', 'Wat wil je graag kunnen?')).toHaveLength(1);
    expect(form.all('radiogroup', 'Zie je een wit scherm?')).toEqual([]);
  });

  test('takes a report of something unsafe by its own quiet button, and gives it back', async () => {
    const { form, model } = await open();
    await form.press('button', 'Onveilige situatie of datalek');
    expect(model.draft.value?.kind).toBe('unsafe');
    await form.press('button', 'Onveilige situatie of datalek');
    expect(model.draft.value?.kind).toBe('problem');
  });

  test('says that the words are kept', async () => {
    const { form, clock } = await open();
    await form.type('Wat gebeurt er precies?', 'Opslaan doet niets');
    expect(form.text()).not.toContain('Bewaard.');
    clock.pass(400);
    await form.settle();
    expect(form.text()).toContain('Bewaard. Je kunt later verder.');
  });

  test('says it when the browser keeps nothing', async () => {
    const { form, clock, drafts } = await open();
    drafts.broken = 'storage-failed';
    await form.type('Wat gebeurt er precies?', 'Opslaan doet niets');
    clock.pass(400);
    await form.settle();
    expect(form.text()).toContain('Bewaren lukt niet in deze browser.');
  });
});

describe('another place', () => {
  test('is found by a part of its name', async () => {
    const { form, model } = await open();
    await form.press('button', 'Andere plek kiezen');
    await form.type('Zoek een plek', 'zorg');
    await form.press('button', 'Dossier › Zorgplan');
    expect(model.draft.value?.place).toEqual({ label: 'Dossier › Zorgplan', route: '/dossier/zorgplan' });
    expect(form.text()).toContain('Gekozen plek: Dossier › Zorgplan');
  });

  test('can be one that the host does not know', async () => {
    const { form, model } = await open();
    await form.press('button', 'Andere plek kiezen');
    await form.type('Zoek een plek', 'de printer in de hal');
    await form.key('Enter');
    expect(model.draft.value?.place).toEqual({ label: 'de printer in de hal', route: '' });
  });
});

describe('the white screen', () => {
  test('is drawn as nine parts with names, and arrow keys move between them', async () => {
    const { form, model } = await open();
    await form.press('radio', 'Ja');
    await form.press('checkbox', 'linksboven');
    await form.key('ArrowRight');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('bovenaan');
    await form.key('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('in het midden');
    await form.press('checkbox', 'in het midden');
    expect(model.draft.value?.whiteScreen).toEqual({ parts: [1, 5] });
    expect(form.all('checkbox').filter((box) => box.tabIndex === 0)).toHaveLength(1);
  });

  test('can be the whole screen, or not white after all', async () => {
    const { form, model } = await open();
    await form.press('radio', 'Ja');
    await form.press('button', 'Hele scherm');
    expect(model.draft.value?.whiteScreen?.parts).toHaveLength(9);
    await form.press('radio', 'Nee');
    expect(model.draft.value).not.toHaveProperty('whiteScreen');
  });
});

describe('sending from the form', () => {
  test('one masked picture goes with one press', async () => {
    const { form, went, sink, model } = await open();
    await form.type('Wat gebeurt er precies?', 'Opslaan doet niets');
    model.attach(anAttachment());
    await form.settle();
    await form.press('button', 'Versturen');
    expect(went).toEqual(['sent']);
    expect(sink.sent).toHaveLength(1);
  });

  test('works by Ctrl+Enter from wherever the focus is', async () => {
    const { form, went } = await open();
    await form.type('Wat gebeurt er precies?', 'Opslaan doet niets');
    form.find('button', 'Andere plek kiezen').focus();
    await form.key('Enter', { ctrlKey: true });
    expect(went).toEqual(['sent']);
  });

  test('says beforehand that there is something to look at first', async () => {
    const { form, went, model } = await open();
    keep(model, 'Een andere vraag');
    model.begin('Opslaan doet niets');
    await form.settle();
    await form.press('button', 'Controleren en versturen');
    expect(went).toEqual(['review']);
  });

  test('without words asks for them, beside the field', async () => {
    const { form, went } = await open();
    await form.press('button', 'Versturen');
    expect(form.text()).toContain('Vul in: Wat gebeurt er precies?.');
    expect(document.activeElement).toBe(form.find('textbox', 'Wat gebeurt er precies?'));
    expect(went).toEqual([]);
  });

  test('that fails keeps the form as it was, and says it aloud', async () => {
    const { form, sink } = await open();
    sink.broken.send = 'session-lost';
    await form.type('Wat gebeurt er precies?', 'Opslaan doet niets');
    await form.press('button', 'Versturen');
    expect(form.find('alert').textContent).toBe('Log opnieuw in. Je vraag blijft bewaard.');
    expect((form.find('textbox', 'Wat gebeurt er precies?') as HTMLTextAreaElement).value).toBe('Opslaan doet niets');
  });

  test('can wait: the question goes to the bundle', async () => {
    const { form, went, model } = await open();
    await form.type('Wat gebeurt er precies?', 'Opslaan doet niets');
    await form.press('button', 'Opslaan in bundel');
    expect(went).toEqual(['bundle']);
    expect(model.kept.value).toHaveLength(1);
  });
});
