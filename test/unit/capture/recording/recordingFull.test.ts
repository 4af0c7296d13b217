import { afterEach, describe, expect, it } from 'vitest';
import type { Recorded } from '../../../../src/capture/recording/ports';
import { disposeModel } from '../../../../src/foundation/disposeModel';
import { fail, succeed, type Result } from '../../../../src/foundation/result';
import { studio, type Studio } from './studio';

const opened: Studio[] = [];
afterEach(() => opened.splice(0).forEach(({ model }) => disposeModel(model)));

/** Presses record, chooses this tab and lets the seconds pass. */
const recording = async (...options: Parameters<typeof studio>): Promise<Studio> => {
  const made = studio(...options);
  opened.push(made);
  await made.model.ask();
  made.clock.pass(3000);
  made.recorder.first();
  return made;
};
/** Lets everything that was promised happen. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a device without room', () => {
  it('stops when the device is full, and keeps every piece', async () => {
    const { model, recorder, attached, fill } = await recording();
    recorder.piece('een ');
    await settled();
    fill();
    recorder.piece('twee ');
    recorder.lastPiece('drie');
    await settled();
    expect(new TextDecoder().decode(attached[0]?.bytes)).toBe('een twee drie');
    expect(model.problem.value?.code).toBe('storage-full');
  });

  it('offers what it could not attach, and attaches it once there is room', async () => {
    const kept: Recorded[] = [];
    let isFull = true;
    const attach = async (recorded: Recorded): Promise<Result<unknown>> => {
      if (isFull) return fail({ code: 'storage-full', message: 'A test.' });
      kept.push(recorded);
      return succeed(undefined);
    };
    const { model, recorder, keeper } = await recording({ attach });
    recorder.piece('een ');
    await settled();
    recorder.lastPiece('twee');
    await model.stop();
    expect([model.problem.value?.code, kept, keeper.texts()]).toEqual(['storage-full', [], ['een ', 'twee']]);
    expect(model.left.value).toBeDefined();
    isFull = false;
    await model.recover();
    expect([model.problem.value, kept.length, keeper.texts(), model.left.value]).toEqual([undefined, 1, [], undefined]);
  });

  it.each([
    ['the last pieces', 'een ', 'een twee drie'],
    ['any piece', '', 'twee drie'],
  ])('attaches the whole once there is room, though it never kept %s', async (_, keptPiece, whole) => {
    const kept: Recorded[] = [];
    let isFull = true;
    const attach = async (recorded: Recorded): Promise<Result<unknown>> => {
      if (isFull) return fail({ code: 'storage-full', message: 'A test.' });
      kept.push(recorded);
      return succeed(undefined);
    };
    const { model, recorder, fill } = await recording({ attach });
    if (keptPiece) recorder.piece(keptPiece);
    await settled();
    fill();
    recorder.piece('twee ');
    recorder.lastPiece('drie');
    await settled();
    await model.lookForLeft(); // the form comes back, and asks
    expect(model.left.value).toBeDefined();
    isFull = false;
    await model.recover();
    expect(new TextDecoder().decode(kept[0]?.bytes)).toBe(whole);
    expect([model.problem.value, model.left.value]).toEqual([undefined, undefined]);
  });

  it('forgets what it could not attach when the person does not want it', async () => {
    const attach = async (): Promise<Result<unknown>> => fail({ code: 'storage-full', message: 'A test.' });
    const { model, recorder, fill } = await recording({ attach });
    fill();
    recorder.piece('een');
    await settled();
    await model.dropLeft();
    await model.lookForLeft();
    expect(model.left.value).toBeUndefined();
  });
});
