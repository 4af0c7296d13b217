import { afterEach, describe, expect, it } from 'vitest';
import { RecorderBar, RecordingNotices, RecordingReview } from '../../../src/capture/recording';
import type { Attachment } from '../../../src/protocol';
import { disposeModel } from '../../../src/foundation/disposeModel';
import { anId } from '../../support/builders';
import { clear, show } from '../../support/views';
import { studio, type Studio } from '../../unit/capture/recording/studio';

HTMLElement.prototype.showPopover ??= () => undefined; // happy-dom has no popovers

const keys = { pause: 'Alt+Shift+P', stop: undefined };
const opened: Studio[] = [];
const recording = async (...options: Parameters<typeof studio>): Promise<Studio> => {
  const made = studio(...options);
  opened.push(made);
  await made.model.ask();
  made.clock.pass(3000);
  made.recorder.first();
  return made;
};
afterEach(() => {
  clear();
  opened.splice(0).forEach(({ model }) => disposeModel(model));
});

describe('the bar of a recording', () => {
  it('says how long it may go on, that data is covered, and that the microphone is off', async () => {
    const { model, clock, recorder } = await recording();
    recorder.piece('een');
    clock.pass(24_000);
    const shown = await show(<RecorderBar model={model} keys={keys} />);
    expect(shown.text()).toContain('0:24 van 3:00');
    expect(shown.text()).toContain('Gegevens van cliënten zijn afgedekt.');
    expect(shown.names('button')).toEqual([
      'Balk verplaatsen met pijltjes',
      'Pauze',
      'Microfoon staat uit',
      'Weggooien',
      'Stoppen',
    ]);
  });

  it('pauses and goes on under one button, which tells its keys', async () => {
    const { model } = await recording();
    const shown = await show(<RecorderBar model={model} keys={keys} />);
    expect(shown.find('button', 'Pauze').getAttribute('aria-keyshortcuts')).toBe('Alt+Shift+P');
    await shown.press('button', 'Pauze');
    expect(shown.text()).toContain('Opname op pauze.');
    await shown.press('button', 'Verder');
    expect(model.state.value).toBe('recording');
  });

  it('does not let the person go on where the page may not be shown', async () => {
    const { model, block } = await recording();
    block(true);
    const shown = await show(<RecorderBar model={model} keys={keys} />);
    expect(shown.text()).toContain('deze pagina mag niet in beeld');
    expect(shown.find('button', 'Verder').getAttribute('aria-disabled')).toBe('true');
  });

  it('asks not to say names once the microphone is on', async () => {
    const { model } = await recording();
    const shown = await show(<RecorderBar model={model} keys={keys} />);
    await shown.press('button', 'Microfoon staat uit');
    expect(shown.find('button', 'Microfoon staat aan')).toBeTruthy();
    expect(shown.text()).toContain('Noem geen namen van cliënten.');
  });

  it('warns that another window is not covered', async () => {
    const { model } = await recording({ isThisTab: false });
    const shown = await show(<RecorderBar model={model} keys={keys} />);
    expect(shown.text()).toContain('dingen op die we niet kunnen afdekken');
    expect(shown.text()).not.toContain('zijn afgedekt');
  });

  it('offers more time when it is nearly over, once', async () => {
    const { model, clock, recorder } = await recording();
    recorder.piece('een');
    clock.pass(168_000);
    const shown = await show(<RecorderBar model={model} keys={keys} />);
    expect(shown.text()).toContain('Nog 12 seconden.');
    await shown.press('button', 'Langer opnemen');
    expect(shown.text()).toContain('van 6:00');
    expect(shown.names('button')).not.toContain('Langer opnemen');
  });
});

describe('a recording in the form', () => {
  it.each([
    ['display-denied', 'Je gaf geen toestemming om op te nemen.'],
    ['display-failed', 'Opnemen lukt nu niet.'],
    ['display-unsupported', 'Video opnemen kan niet in deze browser.'],
  ])('says what else is possible after %s, until it is put away', async (refusal, sentence) => {
    const { model } = await recording({ refusal });
    const shown = await show(<RecordingNotices model={model} />);
    expect(shown.text()).toContain(sentence);
    expect(shown.text()).toMatch(/screenshot/);
    await shown.press('button', 'Sluiten');
    expect(shown.all('button', 'Sluiten')).toEqual([]);
  });

  it('shows its moments and where it begins and ends, and lets all of it be shown again', async () => {
    const plays: unknown[] = [];
    const attachment: Attachment = {
      id: anId(1),
      kind: 'recording',
      name: 'recording-1.mp4',
      type: 'video/mp4',
      size: 1,
      digests: [],
      durationMs: 20_000,
      play: { fromMs: 2000, toMs: 9000 },
      markers: [{ atMs: 4000, kind: 'error', name: 'TypeError' }],
      redaction: { mode: 'masked', boxes: 0, revealed: [] },
    };
    const shown = await show(
      <RecordingReview attachment={attachment} url={undefined} name="Video 1" onPlay={(play) => plays.push(play)} />,
    );
    expect(shown.names('button')).toEqual(['0:04 Fout in de app: TypeError', 'Alles laten zien']);
    await shown.press('button', 'Alles laten zien');
    expect(plays).toEqual([undefined]);
  });
});
