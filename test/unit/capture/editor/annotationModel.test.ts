import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnnotationModel, type AnnotationDeps } from '../../../../src/capture/editor/annotation.model';
import type { BasePicture, FinishedWork, Subject } from '../../../../src/capture/editor/picture';
import { disposeModel } from '../../../../src/foundation/disposeModel';
import { fail, succeed } from '../../../../src/foundation/result';
import { SIZE } from './drawings';

const pixels = (name = 0): BasePicture => ({ bytes: new ArrayBuffer(name), type: 'image/png', ...SIZE });
const spots: Subject['spots'] = [
  { id: 0, kind: 'text', label: 'Naam', box: [10, 10, 80, 20], canReveal: true },
  { id: 1, kind: 'field', label: 'BSN', box: [10, 40, 80, 20], canReveal: false },
];
const subject: Subject = {
  picture: pixels(),
  size: SIZE,
  spots,
  fixedSpots: 0,
  landmarks: [],
  draw: (revealed) => Promise.resolve(succeed(pixels(revealed.size))),
};

const made = (changes: Partial<AnnotationDeps> = {}) => {
  const saved: FinishedWork[] = [];
  const model = new AnnotationModel({
    subject,
    now: () => 7,
    newText: 'Tekst',
    measure: (text) => text.length * 0.6,
    save: (work) => {
      saved.push(work);
      return Promise.resolve(succeed(undefined));
    },
    ...changes,
  });
  return { model, saved };
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); // oxlint-disable-line no-await-in-loop -- promises that wait for promises
};

const open = new Set<string>();
beforeEach(() => {
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const url = `blob:${(count += 1)}`;
    open.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void open.delete(url));
});
afterEach(() => {
  open.clear();
  vi.restoreAllMocks();
});

describe('drawing', () => {
  it('by key and by pointer ends in the same shapes, each undone as one act', () => {
    const { model } = made();
    const { shapes, work } = model;
    shapes.placeInMiddle('box');
    shapes.chosen.nudge([1, 0]);
    shapes.chosen.nudge([1, 0]);
    shapes.tool.value = 'redact';
    shapes.pointer.press([500, 400], 8);
    for (const x of [520, 560, 600]) shapes.pointer.drag([x, 460], 4);
    shapes.pointer.release(4);
    expect(work.annotations.value.shapes.map(({ kind }) => kind)).toEqual(['box', 'redact']);
    work.undo();
    expect(work.annotations.value.shapes).toHaveLength(1);
    work.undo();
    work.undo();
    expect(work.annotations.value.shapes).toEqual([]);
    expect(work.canUndo.value).toBe(false);
  });

  it('is as if it never was when a scroll takes the pointer over', () => {
    const { model } = made();
    const before = model.work.annotations.value;
    model.shapes.tool.value = 'pen';
    model.shapes.pointer.press([10, 10], 8);
    model.shapes.pointer.drag([80, 80], 4);
    model.shapes.pointer.cancel();
    expect(model.work.annotations.value).toBe(before);
  });

  it('chooses nothing that is gone', () => {
    const { model } = made();
    model.shapes.placeInMiddle('arrow');
    expect(model.work.selected.value).toBe(1);
    model.work.undo();
    expect(model.work.selected.value).toBeUndefined();
  });

  it('lets a text without words go once something else is chosen', () => {
    const { model } = made();
    model.shapes.placeInMiddle('text');
    model.shapes.chosen.write('');
    model.shapes.chosen.select(undefined);
    expect(model.work.annotations.value.shapes).toEqual([]);
  });
});

describe('a covered spot', () => {
  it('is drawn as shown, with the moment at which the person chose that, and covered again by undo', async () => {
    const { model, saved } = made();
    model.spots.reveal(0);
    await settle();
    expect(model.pixels.isDrawing.value).toBe(false);
    await model.finish(true);
    expect(saved[0]?.picture.bytes.byteLength).toBe(1);
    expect(saved[0]?.annotations.revealed).toEqual([{ spot: 0, at: 7 }]);
    model.work.undo();
    await model.finish(true);
    expect(saved[1]?.picture.bytes.byteLength).toBe(0);
  });

  it('that the host blocked is not shown, whoever asks', () => {
    const { model } = made();
    model.spots.reveal(1);
    model.spots.reveal(99);
    expect(model.spots.revealed.value.size).toBe(0);
  });

  it('stays covered when it cannot be drawn', async () => {
    const { model } = made({
      subject: { ...subject, draw: () => Promise.resolve(fail({ code: 'screenshot-failed', message: '' })) },
    });
    model.spots.reveal(0);
    await settle();
    expect(model.spots.revealed.value.size).toBe(0);
    expect(model.pixels.problem.value).toBe('screenshot-failed');
  });

  it('that is covered again while it is being drawn is covered in what is saved', async () => {
    const answers: (() => void)[] = [];
    const { model, saved } = made({
      subject: {
        ...subject,
        draw: (revealed) => new Promise((resolve) => answers.push(() => resolve(succeed(pixels(revealed.size))))),
      },
    });
    model.spots.reveal(0);
    model.spots.cover(0);
    const finishing = model.finish(true);
    for (const answer of answers.reverse()) answer(); // the later one first
    await finishing;
    expect(saved[0]?.picture.bytes.byteLength).toBe(0);
  });

  it('cannot be shown where the page is not in memory any more', () => {
    const { draw: _draw, ...gone } = subject;
    const { model } = made({ subject: gone });
    model.spots.reveal(0);
    expect(model.spots.canReveal.value).toBe(false);
    expect(model.spots.revealed.value.size).toBe(0);
  });
});

describe('finishing', () => {
  it('says whether anything was done', async () => {
    const { model, saved } = made();
    await model.finish(false);
    model.alt.value = ' Een lege lijst ';
    await model.finish(true);
    expect(saved.map(({ hasChanged, isDone, alt }) => ({ hasChanged, isDone, alt }))).toEqual([
      { hasChanged: false, isDone: false, alt: '' },
      { hasChanged: true, isDone: true, alt: 'Een lege lijst' },
    ]);
  });

  it('keeps everything on the table when it cannot be kept', async () => {
    const { model } = made({ save: () => Promise.resolve(fail({ code: 'storage-full', message: '' })) });
    model.shapes.placeInMiddle('number');
    expect(await model.finish(true)).toBe(false);
    expect(model.saving.value).toMatchObject({ state: 'failed', code: 'storage-full' });
    expect(model.work.annotations.value.shapes).toHaveLength(1);
  });

  it('happens once, however often it is asked for', async () => {
    const { model, saved } = made();
    await Promise.all([model.finish(true), model.finish(true)]);
    expect(saved).toHaveLength(1);
  });

  it('leaves no address open when the model ends', async () => {
    const { model } = made();
    model.spots.reveal(0);
    await settle();
    expect(open.size).toBe(1);
    disposeModel(model);
    expect(open.size).toBe(0);
  });
});

describe('making the picture again', () => {
  it('keeps what was drawn and covers what was shown', async () => {
    const again = { ...subject, size: { width: 480, height: 300 }, picture: pixels(5) };
    const { model, saved } = made({ retake: () => Promise.resolve(succeed(again)) });
    model.shapes.placeInMiddle('box');
    model.spots.reveal(0);
    await settle();
    await model.pixels.retake();
    expect(model.work.annotations.value.shapes).toHaveLength(1);
    expect(model.spots.revealed.value.size).toBe(0);
    await model.finish(true);
    expect(saved[0]).toMatchObject({ hasChanged: true, subject: again });
    expect(saved[0]?.picture.bytes.byteLength).toBe(5);
  });

  it('leaves everything as it was when it fails', async () => {
    const { model } = made({ retake: () => Promise.resolve(fail({ code: 'screenshot-failed', message: '' })) });
    model.shapes.placeInMiddle('box');
    await model.pixels.retake();
    expect(model.pixels.subject.value).toBe(subject);
    expect(model.work.annotations.value.shapes).toHaveLength(1);
  });
});

describe('the size on the screen', () => {
  it('fits the room there is, never larger than life by itself, and goes in steps', () => {
    const { model } = made();
    model.zoom.room.value = { width: 480, height: 600 };
    expect(model.zoom.scale.value).toBe(0.5);
    model.zoom.enlarge();
    expect(model.zoom.scale.value).toBe(0.75);
    model.zoom.reduce();
    model.zoom.reduce();
    expect(model.zoom.scale.value).toBe(0.25);
    model.zoom.zoom.value = 'fit';
    model.zoom.room.value = { width: 4000, height: 4000 };
    expect(model.zoom.scale.value).toBe(1);
  });
});
