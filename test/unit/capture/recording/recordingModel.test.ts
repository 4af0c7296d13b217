import { afterEach, describe, expect, it } from 'vitest';
import { disposeModel } from '../../../../src/foundation/disposeModel';
import { fail, succeed } from '../../../../src/foundation/result';
import { studio, type Studio } from './studio';

const opened: Studio[] = [];
const aStudio = (...options: Parameters<typeof studio>): Studio => {
  const made = studio(...options);
  opened.push(made);
  return made;
};
afterEach(() => opened.splice(0).forEach(({ model }) => disposeModel(model)));

/** Presses record, chooses this tab and lets the seconds pass. */
const recording = async (...options: Parameters<typeof studio>): Promise<Studio> => {
  const made = aStudio(...options);
  await made.model.ask();
  made.clock.pass(3000);
  made.recorder.first();
  return made;
};

describe('making a recording', () => {
  it('covers the page before the person can choose, and until the last frame', async () => {
    const { model, log, clock, recorder } = aStudio();
    await model.ask();
    expect(log).toEqual(['covered', 'on screen', 'asked']);
    clock.pass(3000);
    recorder.first();
    await model.stop();
    expect(log).toEqual([
      'covered',
      'on screen',
      'asked',
      'recorder started',
      'recorder stopped',
      'display ended',
      'uncovered',
    ]);
  });

  it('counts three seconds before the first frame', async () => {
    const { model, clock } = aStudio();
    await model.ask();
    expect([model.state.value, model.countdown.value]).toEqual(['counting', 3]);
    clock.pass(1000);
    expect(model.countdown.value).toBe(2);
    clock.pass(2000);
    expect(model.state.value).toBe('recording');
  });

  it('attaches the whole file with its length and what happened meanwhile', async () => {
    const { model, clock, recorder, happen, attached } = await recording();
    clock.pass(2000);
    recorder.piece('eerste ');
    happen('error', 'TypeError');
    clock.pass(1500);
    recorder.lastPiece('tweede');
    await model.stop();
    expect(attached).toEqual([
      {
        type: 'video/mp4',
        durationMs: 3500,
        boxes: 7,
        markers: [{ atMs: 2000, kind: 'error', name: 'TypeError' }],
        bytes: expect.any(ArrayBuffer),
      },
    ]);
    expect(new TextDecoder().decode(attached[0]?.bytes)).toBe('eerste tweede');
    expect(model.state.value).toBe('idle');
  });

  it('has kept each piece on the device before the next, and nothing twice after it was attached', async () => {
    const { model, recorder, kept } = await recording();
    recorder.piece('een');
    recorder.piece('twee');
    await settled();
    expect(kept()).toEqual(['een', 'twee']);
    await model.stop();
    expect(kept()).toEqual([]);
  });

  it('rests and goes on; a pause is not in the film', async () => {
    const { model, clock, recorder, happen, attached, log } = await recording();
    clock.pass(1000);
    model.togglePause();
    expect(model.state.value).toBe('paused');
    happen('error', 'unseen');
    clock.pass(60_000);
    model.togglePause();
    clock.pass(1000);
    recorder.lastPiece('film');
    await model.stop();
    expect(log.filter((line) => line.startsWith('recorder'))).toEqual([
      'recorder started',
      'recorder paused',
      'recorder resumed',
      'recorder stopped',
    ]);
    expect(attached).toMatchObject([{ durationMs: 2000, markers: [] }]);
  });

  it('rests by itself on a page that may not be shown, and the person cannot make it go on there', async () => {
    const { model, block } = await recording();
    block(true);
    expect([model.state.value, [...model.holds.value]]).toEqual(['paused', ['page']]);
    model.togglePause();
    model.togglePause();
    expect(model.state.value).toBe('paused');
    block(false);
    expect(model.state.value).toBe('recording');
  });

  it('begins at rest when the page that is open may not be shown', async () => {
    const { model, block, clock } = aStudio();
    await model.ask();
    block(true);
    clock.pass(3000);
    expect(model.state.value).toBe('paused');
  });

  it('stays at rest when the person paused and only the page has become free', async () => {
    const { model, block } = await recording();
    model.togglePause();
    block(true);
    block(false);
    expect(model.state.value).toBe('paused');
  });

  it('rests while nobody can see the tab', async () => {
    const { model } = await recording();
    model.hide(true);
    expect([model.state.value, [...model.holds.value]]).toEqual(['paused', ['hidden']]);
    model.hide(false);
    expect(model.state.value).toBe('recording');
  });

  it('warns, can be made longer once, and stops by itself', async () => {
    const { model, clock, recorder, attached } = await recording();
    recorder.piece('een');
    clock.pass(160_000);
    expect([model.timing.isAlmostOver.value, model.timing.canExtend.value]).toEqual([true, true]);
    model.extend();
    expect([model.timing.isAlmostOver.value, model.timing.canExtend.value]).toEqual([false, false]);
    clock.pass(200_000);
    await settled();
    expect(attached).toMatchObject([{ durationMs: 360_000 }]);
  });

  it('throws away what is not wanted: nothing of it stays on the device', async () => {
    const { model, recorder, kept, attached, log } = await recording();
    recorder.piece('een');
    await model.discard();
    expect([model.state.value, kept(), attached, log.at(-1)]).toEqual(['idle', [], [], 'uncovered']);
  });

  it('keeps what there is when the person stops it in the bar of the browser', async () => {
    const { recorder, end, attached, clock } = await recording();
    clock.pass(5000);
    recorder.lastPiece('film');
    end();
    await settled();
    expect(attached).toMatchObject([{ durationMs: 5000 }]);
  });

  it('attaches nothing, and says so, when the display ends while the seconds are counted', async () => {
    const { model, end, attached, log } = aStudio();
    await model.ask();
    end();
    await settled();
    expect([model.state.value, attached, log.at(-1)]).toEqual(['idle', [], 'uncovered']);
    expect(model.problem.value?.code).toBe('display-failed');
  });

  it('says nothing of covered spots where another window was chosen: it cannot be covered', async () => {
    const { model, attached, recorder } = await recording({ isThisTab: false });
    expect(model.isCovered.value).toBe(false);
    recorder.lastPiece('film');
    await model.stop();
    expect(attached[0]).not.toHaveProperty('boxes');
  });
});

describe('a recording that goes wrong', () => {
  it.each(['display-denied', 'display-dismissed', 'display-unsupported', 'display-failed'])(
    'uncovers the page and says so: %s',
    async (code) => {
      const { model, log } = aStudio({ refusal: code });
      await model.ask();
      expect([model.state.value, model.problem.value?.code, log.at(-1)]).toEqual(['idle', code, 'uncovered']);
    },
  );

  it('says so when the recorder will not start, and lets go of everything', async () => {
    const { model, clock, log } = aStudio({ startFails: 'recorder-missing' });
    await model.ask();
    clock.pass(3000);
    expect([model.state.value, model.problem.value?.code]).toEqual(['idle', 'recorder-missing']);
    expect(log.slice(-2)).toEqual(['display ended', 'uncovered']);
  });

  it('says so when the recording came out empty', async () => {
    const { model, attached } = await recording();
    await model.stop();
    expect([model.problem.value?.code, attached]).toEqual(['recording-empty', []]);
  });

  it('stops a recorder that gives nothing after twenty seconds, rather than after three minutes of work', async () => {
    const { model, clock, attached } = await recording();
    clock.pass(19_000);
    expect(model.state.value).toBe('recording');
    clock.pass(1_000);
    await settled();
    expect([model.state.value, model.problem.value?.code, attached]).toEqual(['idle', 'recording-empty', []]);
  });

  it('lets a recorder go on that gave something once', async () => {
    const { model, clock, recorder } = await recording();
    recorder.piece('een');
    clock.pass(60_000);
    expect(model.state.value).toBe('recording');
  });

  it('keeps what there is when the recorder stops by itself', async () => {
    const { model, recorder, attached } = await recording();
    recorder.piece('een');
    recorder.fail();
    await settled();
    expect([attached.length, model.problem.value?.code]).toEqual([1, 'recording-broke']);
  });

  it('keeps its pieces when it cannot be attached now, so that it is offered again', async () => {
    const { model, recorder, kept } = await recording({
      attach: async () => fail({ code: 'file-too-many', message: 'No more fit.' }),
    });
    recorder.piece('een');
    await model.stop();
    expect([model.problem.value?.code, kept()]).toEqual(['file-too-many', ['een']]);
    await model.lookForLeft();
    expect(model.left.value).toBeDefined();
  });

  it('leaves what was made to the next visit when the page goes', async () => {
    const { model, recorder, keeper, log } = await recording();
    recorder.piece('een');
    await settled();
    disposeModel(model);
    expect(log.slice(-2)).toEqual(['display ended', 'uncovered']);
    const next = aStudio({ keeper });
    await next.model.lookForLeft();
    expect(next.model.left.value).toMatchObject({ type: 'video/mp4' });
    await next.model.recover();
    expect(new TextDecoder().decode(next.attached[0]?.bytes)).toBe('een');
    expect([next.model.left.value, next.kept()]).toEqual([undefined, []]);
  });

  it('throws away what was left when the person does not want it', async () => {
    const { model, recorder, keeper } = await recording();
    recorder.piece('een');
    await settled();
    disposeModel(model);
    const next = aStudio({ keeper });
    await next.model.lookForLeft();
    await next.model.dropLeft();
    expect([next.model.left.value, next.kept(), next.attached]).toEqual([undefined, [], []]);
  });

  it('does not offer what is being recorded in another tab', async () => {
    const { recorder, keeper } = await recording();
    recorder.piece('een');
    await settled();
    const other = aStudio({ keeper });
    await other.model.lookForLeft();
    expect(other.model.left.value).toBeUndefined();
  });
});

describe('the microphone', () => {
  it('is off until the person turns it on', async () => {
    const { model, sound } = await recording();
    expect(model.sound.microphone.value).toBe('off');
    await model.sound.toggle();
    expect(model.sound.microphone.value).toBe('on');
    sound.level = 0.4;
    opened[0]?.clock.pass(200);
    expect(model.sound.level.value).toBe(0.4);
    await model.sound.toggle();
    expect([model.sound.microphone.value, model.sound.level.value, sound.isOn]).toEqual(['off', 0, false]);
  });

  it('is asked for at once where the host wants that', async () => {
    const { model } = await recording({ settings: { seconds: 180, extendSeconds: 180, microphone: true } });
    expect(model.sound.microphone.value).toBe('on');
  });

  it('says why it stays off; the recording goes on', async () => {
    const { model, sound } = await recording();
    sound.answer = fail({ code: 'microphone-denied', message: 'No.' });
    await model.sound.toggle();
    expect([model.sound.microphone.value, model.sound.trouble.value, model.state.value]).toEqual([
      'off',
      'microphone-denied',
      'recording',
    ]);
  });

  it('says so when the device is unplugged; the recording goes on', async () => {
    const { model, sound } = await recording();
    await model.sound.toggle();
    sound.lose();
    expect([model.sound.microphone.value, model.sound.trouble.value, model.state.value]).toEqual([
      'off',
      'microphone-lost',
      'recording',
    ]);
    sound.answer = succeed(undefined);
    await model.sound.toggle();
    expect(model.sound.trouble.value).toBeUndefined();
  });
});

/** Lets everything that was promised happen. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
