import { afterEach, describe, expect, test } from 'vitest';
import { BundlePanel, ReviewAndSend, SentReceipt } from '../../../src/questions/review';
import { anAttachment } from '../../support/builders';
import { aQuestionsModel, first, keep } from '../../support/questions';
import { clear, show } from '../../support/views';

const frame = { titleId: 'title' };
afterEach(clear);

describe('the bundle', () => {
  async function open(...words: readonly string[]) {
    const all = aQuestionsModel();
    const went: string[] = [];
    for (const text of words) keep(all.model, text);
    const panel = await show(
      <BundlePanel
        model={all.model}
        frame={frame}
        onAdd={() => went.push('form')}
        onEdit={() => went.push('edit')}
        onReview={() => went.push('review')}
      />,
    );
    return { ...all, panel, went };
  }

  test('that is empty says so and leads to the form', async () => {
    const { panel, went } = await open();
    expect(panel.text()).toContain('Je hebt nog geen vragen in je bundel.');
    await panel.press('button', 'Stel een vraag');
    expect(went).toEqual(['form']);
  });

  test('shows the first sentence, the place and the pictures of each question, in order', async () => {
    const { panel, model } = await open('Opslaan doet niets. Al de hele dag.', 'Waar vind ik het zorgplan?');
    model.edit(first(model.kept.value).id);
    model.attach(anAttachment());
    model.keep();
    await panel.settle();
    const [one, two] = panel.all('listitem').map(({ textContent }) => textContent);
    expect(one).toContain('Vraag 1 van 2');
    expect(one).toContain('Opslaan doet niets.');
    expect(one).not.toContain('Al de hele dag.');
    expect(one).toContain('Agenda › Week · 1 bijlage');
    expect(two).toContain('Waar vind ik het zorgplan?');
  });

  test('moves a question and keeps the focus on the same arrow of the same question', async () => {
    const { panel, model } = await open('Eerste', 'Tweede', 'Derde');
    const [, , down] = [0, 1, 0].map((index) => panel.all('button', 'Omlaag')[index]);
    down?.focus();
    down?.click();
    await panel.settle();
    expect(model.kept.value.map(({ text }) => text)).toEqual(['Tweede', 'Eerste', 'Derde']);
    expect(document.activeElement?.closest('li')?.textContent).toContain('Eerste');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Omlaag');
    expect(panel.find('status').textContent).toBe('Vraag 1 verplaatst naar plaats 2 van 3.');
  });

  test('the first one can not go further up', async () => {
    const { panel } = await open('Eerste', 'Tweede');
    expect(first(panel.all('button', 'Omhoog')).getAttribute('aria-disabled')).toBe('true');
  });

  test('gives a removed question back by the button that has the focus', async () => {
    const { panel, model } = await open('Eerste', 'Tweede');
    first(panel.all('button', 'Weghalen')).click();
    await panel.settle();
    expect(document.activeElement).toBe(panel.find('button', 'Ongedaan maken'));
    expect(model.kept.value).toHaveLength(1);
    await panel.press('button', 'Ongedaan maken');
    expect(model.kept.value.map(({ text }) => text)).toEqual(['Eerste', 'Tweede']);
    expect(document.activeElement).toBe(panel.find('heading', 'Je bundel'));
  });

  test('goes on to what will be sent', async () => {
    const { panel, went } = await open('Eerste', 'Tweede');
    await panel.press('button', 'Controleren en versturen');
    expect(went).toEqual(['review']);
  });

  test('with a text that is too long points at that question', async () => {
    const { panel, went } = await open('Eerste', 'x'.repeat(10_001));
    await panel.press('button', 'Controleren en versturen');
    expect(first(panel.all('listitem').slice(1)).textContent).toContain(
      'Deze tekst is te lang. Er passen 10.000 tekens in.',
    );
    expect(went).toEqual([]);
  });
});

describe('"Dit sturen we mee"', () => {
  async function look(fill: (model: ReturnType<typeof aQuestionsModel>['model']) => void) {
    const all = aQuestionsModel();
    const went: string[] = [];
    fill(all.model);
    await all.model.look();
    const review = await show(
      <ReviewAndSend
        model={all.model}
        frame={frame}
        picture={({ name }) => <img alt={name} />}
        onSent={() => went.push('sent')}
        onBack={() => went.push('back')}
      />,
    );
    return { ...all, review, went };
  }

  test('shows every part of every question, word for word', async () => {
    const { review } = await look((model) => {
      keep(model, 'Opslaan doet niets. Al de hele dag.');
      keep(model, 'Waar vind ik het zorgplan?');
    });
    const [one] = review.all('listitem').map(({ textContent }) => textContent);
    expect(one).toContain('Opslaan doet niets. Al de hele dag.');
    expect(one).toContain('Agenda › Week');
    expect(one).toContain('#10432');
    expect(review.text()).toContain('Chromium 156');
  });

  test('shows the very object that will be sent', async () => {
    const { review, sink } = await look((model) => keep(model, 'Opslaan doet niets'));
    const shown = JSON.parse(document.querySelector('pre')?.textContent ?? '') as unknown;
    await review.press('button', 'Versturen');
    expect(shown).toEqual(structuredClone(first(sink.sent).submission));
  });

  test('takes a part out, and puts it back when asked', async () => {
    const { review, model } = await look((made) => keep(made, 'Opslaan doet niets'));
    await review.press('button', 'Niet meesturen: Plek');
    expect(review.text()).toContain('Plek gaat niet mee.');
    expect(document.activeElement).toBe(review.find('button', 'Toch meesturen'));
    expect(first(model.kept.value)).not.toHaveProperty('place');
    await review.press('button', 'Toch meesturen');
    expect(first(model.kept.value).place?.label).toBe('Agenda › Week');
    expect(review.all('button', 'Niet meesturen: Plek')).toHaveLength(1);
  });

  test('waits for the tick when we masked nothing ourselves', async () => {
    const { review, went, sink } = await look((model) => {
      model.begin('Zie de bijlage');
      model.attach(anAttachment(1, { kind: 'file', redaction: { mode: 'manual', boxes: 0, revealed: [] } }));
      model.keep();
    });
    expect(review.find('button', 'Versturen').getAttribute('aria-disabled')).toBe('true');
    await review.press('button', 'Versturen');
    expect(sink.sent).toEqual([]);
    await review.press('checkbox', 'Ik heb het beeld nagekeken.');
    await review.press('button', 'Versturen');
    expect(went).toEqual(['sent']);
  });

  test('sends by Ctrl+Enter too', async () => {
    const { review, went } = await look((model) => {
      keep(model, 'Eerste');
      keep(model, 'Tweede');
    });
    review.find('button', '2 vragen versturen').focus();
    await review.key('Enter', { ctrlKey: true });
    expect(went).toEqual(['sent']);
  });

  test('goes back when the last question is taken out', async () => {
    const { review, went } = await look((model) => keep(model, 'Eerste'));
    await review.press('button', /^Weghalen/);
    expect(went).toEqual(['back']);
  });

  test('that can not be sent stays, with the reason', async () => {
    const { review, sink, went } = await look((model) => keep(model, 'Eerste'));
    sink.broken.send = 'storage-full';
    await review.press('button', 'Versturen');
    expect(review.find('alert').textContent).toBe('Je browser heeft weinig ruimte. Verstuur eerst wat klaar staat.');
    sink.broken.send = undefined;
    await review.press('button', 'Versturen');
    expect(went).toEqual(['sent']);
  });
});

describe('the receipt', () => {
  async function sent(...words: readonly string[]) {
    const all = aQuestionsModel();
    for (const text of words) keep(all.model, text);
    await all.model.look();
    await all.model.send();
    const receipt = await show(
      <SentReceipt
        model={all.model}
        frame={frame}
        clock={{ now: () => Date.UTC(2026, 2, 12, 13, 10) }}
        onClose={() => undefined}
        onMore={() => undefined}
        onMine={() => undefined}
      />,
    );
    const { id, submission } = first(all.sink.sent);
    const numbers = submission.questions.map((question, index) => ({ id: question.id, number: `24-118.${index + 1}` }));
    return { ...all, receipt, id, numbers };
  }

  test('says "Bewaard" and not "Verstuurd" while the receiver has not answered', async () => {
    const { receipt } = await sent('Opslaan doet niets');
    expect(receipt.find('heading').textContent).toBe('Bewaard');
    expect(receipt.text()).not.toContain('Verstuurd');
  });

  test('says neither "Bewaard" nor that it is safe while only this page holds it, and says both once it is kept', async () => {
    const { receipt, sink, id } = await sent('Opslaan doet niets');
    sink.tell({ id, stage: 'text', percent: 0, isHeld: true, problem: 'no-answer' });
    await receipt.settle();
    expect(receipt.find('heading').textContent).toBe('1 vraag staat klaar.');
    expect(receipt.text()).toContain('Laat dit venster open tot je vraag weg is.');
    expect(receipt.text().toLowerCase()).not.toContain('bewaard');
    sink.tell({ id, stage: 'text', percent: 0 });
    await receipt.settle();
    expect(receipt.find('heading').textContent).toBe('Bewaard');
  });

  test('gives a number per question once it has', async () => {
    const { receipt, sink, id, numbers } = await sent('Opslaan doet niets. Echt niet.', 'Waar vind ik het zorgplan?');
    sink.tell({ id, stage: 'done', percent: 100, reference: '24-118', questions: numbers });
    await receipt.settle();
    expect(receipt.find('heading').textContent).toBe('Verstuurd!');
    expect(receipt.text()).toContain('Nummer: 24-118');
    expect(receipt.all('listitem').map(({ textContent }) => textContent)).toEqual([
      '24-118.1Opslaan doet niets.',
      '24-118.2Waar vind ik het zorgplan?',
    ]);
    expect(receipt.text()).toContain('Je krijgt altijd een reactie.');
  });

  test('says when the receiver had it: the time, and the day once that is another one', async () => {
    const { receipt, sink, id } = await sent('Opslaan doet niets');
    const done = { id, stage: 'done', percent: 100, reference: '26-1' } as const;
    sink.tell({ ...done, receivedAt: '2026-03-12T13:03:20Z' });
    await receipt.settle();
    expect(receipt.text()).toContain('Nummer: 26-1');
    expect(receipt.text()).toContain('Ontvangen om 14:03');
    sink.tell({ ...done, receivedAt: '2026-03-11T22:59:00Z' });
    await receipt.settle();
    expect(receipt.text()).toContain('Ontvangen op 11 maart 2026 om 23:59');
    sink.tell(done);
    await receipt.settle();
    expect(receipt.text()).not.toContain('Ontvangen o');
  });

  test('says "Let op" and what to do, and not that it goes by itself, when it goes no further', async () => {
    const { receipt, sink, id } = await sent('Opslaan doet niets');
    const retried: string[] = [];
    sink.tell({
      id,
      stage: 'text',
      percent: 0,
      problem: 'malformed',
      isStuck: true,
      retry: () => void retried.push(id),
    });
    await receipt.settle();
    expect(receipt.find('heading').textContent).toBe('Let op');
    expect(receipt.text()).toContain('Deze vraag kan zo niet mee.');
    expect(receipt.text()).not.toContain('Je kunt gewoon verder werken.');
    await receipt.press('button', 'Opnieuw proberen');
    expect(retried).toEqual([id]);
  });

  test('says neither "Verstuurd" nor "Alles ontvangen" of a question that the receiver has no more', async () => {
    const { receipt, sink, id, numbers } = await sent('Opslaan doet niets');
    sink.tell({ id, stage: 'gone', percent: 100, reference: '24-118', questions: numbers });
    await receipt.settle();
    expect(receipt.find('heading').textContent).toBe('Let op');
    expect(receipt.text()).toContain('Deze vraag is er niet meer.');
    expect(receipt.text()).not.toMatch(/Verstuurd|ontvangen/i);
  });

  test('does not say that the question waits when only its picture does', async () => {
    const { receipt, sink, id } = await sent('Opslaan doet niets');
    sink.tell({ id, stage: 'media', percent: 42, reference: '24-118', problem: 'offline' });
    await receipt.settle();
    expect(receipt.text()).toContain('Je vraag is ontvangen. Het beeld gaat verder zodra het kan.');
    expect(receipt.text()).not.toContain('We bewaren je vraag');
  });

  test('shows how far the picture is', async () => {
    const { receipt, sink, id, numbers } = await sent('Opslaan doet niets');
    sink.tell({ id, stage: 'media', percent: 42, reference: '24-118', questions: numbers });
    await receipt.settle();
    expect(receipt.find('progressbar').getAttribute('value')).toBe('42');
    expect(receipt.text()).toContain('Beeld wordt verstuurd… 42%');
  });

  test('says what arrived and what did not when a picture goes no further, and lets the person try again', async () => {
    const { receipt, sink, id, numbers } = await sent('Opslaan doet niets');
    const retried: string[] = [];
    const stopped = {
      id,
      stage: 'media',
      percent: 0,
      reference: '24-118',
      questions: numbers,
      retry: () => void retried.push(id),
    } as const;
    sink.tell({ ...stopped, problem: 'proxy-too-large' });
    await receipt.settle();
    expect(receipt.find('heading').textContent).toBe('Verstuurd!');
    expect(receipt.text()).toContain('Nummer: 24-118');
    expect(receipt.text()).toContain('Een bijlage kwam niet aan. De tekst is wel ontvangen.');
    expect(receipt.text()).not.toContain('Versturen lukt nu niet');
    expect(receipt.all('progressbar')).toEqual([]);
    receipt.find('button', 'Opnieuw proberen').click();
    expect(retried).toEqual([id]);
  });

  test('begins with the focus on going back to work', async () => {
    const { receipt } = await sent('Opslaan doet niets');
    expect(document.activeElement).toBe(receipt.find('button', 'Terug naar mijn werk'));
  });
});
