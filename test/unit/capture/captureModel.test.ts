import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { disposeModel } from '../../../src/foundation/disposeModel';
import type { Id } from '../../../src/foundation/id';
import { fail, succeed } from '../../../src/foundation/result';
import { DEFAULT_LIMITS } from '../../../src/protocol/index';
import { aPage, aPicture, made, MP4, PNG } from './captureUnderTest';

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

describe('the picture of the press', () => {
  it('is drawn and shown, and neither kept nor attached until it is included', async () => {
    const { model, kept, attached } = made();
    await model.offerMoment(aPage());
    expect(model.moment.value).toMatchObject({ state: 'ready', delayMs: 0 });
    expect(kept.size + attached.length).toBe(0);
    await model.includeMoment();
    expect(model.moment.value.state).toBe('none');
    expect(attached).toMatchObject([
      {
        kind: 'screenshot',
        name: 'screenshot-1.png',
        size: 500,
        digests: ['digest'],
        redaction: { mode: 'masked', boxes: 3, revealed: [] },
      },
    ]);
    expect(attached[0]).not.toHaveProperty('delayMs');
  });

  it('says how much later than the press it was made, and what could not be drawn', async () => {
    const { model, attached } = made({ render: () => Promise.resolve(succeed(aPicture(['frame']))) });
    await model.offerMoment(aPage(), 4000);
    await model.includeMoment();
    expect(attached).toMatchObject([{ delayMs: 4000, gaps: ['frame'] }]);
  });

  it('is forgotten when it is dropped, also while it is still being drawn', async () => {
    const { model } = made();
    const drawing = model.offerMoment(aPage());
    expect(model.moment.value.state).toBe('rendering');
    model.dropMoment();
    await drawing;
    expect(model.moment.value.state).toBe('none');
    expect(open.size).toBe(0);
  });

  it('tells by a code that it cannot be made here', async () => {
    const { model } = made({ render: () => Promise.resolve(fail({ code: 'screenshot-blocked', message: '' })) });
    await model.offerMoment(aPage());
    expect(model.moment.value).toEqual({ state: 'blocked', code: 'screenshot-blocked' });
  });

  it('is included once, however often the button is pressed', async () => {
    const { model, attached } = made();
    await model.offerMoment(aPage());
    await Promise.all([model.includeMoment(), model.includeMoment()]);
    expect(attached).toHaveLength(1);
  });

  it('stays when the device cannot keep it', async () => {
    const { model, attached } = made({
      bytes: {
        put: () => Promise.resolve(fail({ code: 'storage-full', message: '' })),
        get: () => Promise.resolve(succeed(undefined)),
        remove: () => Promise.resolve(succeed(undefined)),
      },
    });
    await model.offerMoment(aPage());
    await model.includeMoment();
    expect(model.moment.value.state).toBe('ready');
    expect(model.problems.value.map(({ code }) => code)).toEqual(['storage-full']);
    expect(attached).toEqual([]);
  });
});

describe('a fresh screenshot', () => {
  it('is attached at once', async () => {
    const { model, attached } = made();
    await model.takeScreenshot();
    expect(attached).toMatchObject([{ kind: 'screenshot' }]);
    expect(model.isTaking.value).toBe(false);
  });

  it('can be tried again after it failed, also when the page cannot be frozen', async () => {
    const { model, attached } = made({ freeze: () => Promise.reject(new Error('no chunk')) });
    await model.takeScreenshot();
    expect(model.problems.value.map(({ code }) => code)).toEqual(['screenshot-failed']);
    expect(model.isTaking.value).toBe(false);
    expect(attached).toEqual([]);
  });
});

describe('picked files', () => {
  const picture = new File([PNG], 'Wilhelmina Zonnebloem.png', { type: 'image/png' });
  const film = new File([MP4], 'opname.mp4', { type: 'video/mp4' });

  it('are drawn anew when they are pictures, and named by us', async () => {
    const { model, attached, kept } = made();
    await model.addFiles([picture, film]);
    expect(attached).toMatchObject([
      {
        kind: 'file',
        name: 'file-1.png',
        type: 'image/png',
        size: 20,
        width: 640,
        height: 400,
        redaction: { mode: 'manual' },
      },
      { kind: 'recording', name: 'recording-2.mp4', type: 'video/mp4', size: 12 },
    ]);
    expect(kept.size).toBe(2);
    expect(JSON.stringify(attached)).not.toContain('Zonnebloem');
    expect(model.adding.value).toBe(0);
  });

  it('are refused one by one, each with its code, and the others go along', async () => {
    const { model, attached } = made({ limits: () => ({ ...DEFAULT_LIMITS, fileBytes: 100 }) });
    const files = [
      new File([], 'leeg.png'),
      new File([new Uint8Array(101)], 'groot.png'),
      new File(['%PDF'], 'brief.pdf'),
      new File(['MZ'], 'foto.png'),
      picture,
    ];
    await model.addFiles(files);
    expect(model.problems.value.map(({ code, fileName }) => `${fileName} ${code}`)).toEqual([
      'leeg.png file-empty',
      'groot.png file-too-large',
      'brief.pdf file-type',
      'foto.png file-lies',
    ]);
    expect(attached).toHaveLength(1);
    model.dismiss(model.problems.value[0]?.key ?? 0);
    expect(model.problems.value).toHaveLength(3);
  });

  it('count what went before in the same hand', async () => {
    const { model, attached } = made({ limits: () => ({ ...DEFAULT_LIMITS, attachments: 2 }) });
    await model.addFiles([picture, picture, picture]);
    expect(attached).toHaveLength(2);
    expect(model.problems.value).toMatchObject([{ code: 'file-too-many', limit: 2 }]);
  });

  it('are refused when they cannot be read or decoded', async () => {
    const unreadable = Object.assign(new File([PNG], 'weg.png', { type: 'image/png' }), {
      arrayBuffer: () => Promise.reject(new Error('gone')),
    });
    const { model } = made({ clean: () => Promise.resolve(fail({ code: 'file-unreadable', message: '' })) });
    await model.addFiles([unreadable, picture]);
    expect(model.problems.value.map(({ code }) => code)).toEqual(['file-unreadable', 'file-unreadable']);
  });
});

describe('what is shown', () => {
  it('comes from the device after a reload, or is gone', async () => {
    const { model, kept } = made();
    kept.set('a' as Id, new ArrayBuffer(3)); // only has to be unique here
    expect(await model.previewUrl({ id: 'a' as Id, type: 'image/png' })).toMatch(/^blob:/); // as above
    expect(await model.previewUrl({ id: 'b' as Id, type: 'image/png' })).toBeUndefined(); // as above
    expect(model.previews.value.get('b')).toBe('gone');
  });

  it('ends with the model: no address is left open', async () => {
    const { model } = made();
    await model.offerMoment(aPage());
    await model.takeScreenshot();
    expect(open.size).toBe(2);
    disposeModel(model);
    expect(open.size).toBe(0);
  });

  it('lets go of what was taken out', async () => {
    const { model, kept, attached } = made();
    await model.takeScreenshot();
    await model.discard(attached[0]?.id ?? ('' as Id)); // there is one
    expect(kept.size + open.size).toBe(0);
  });
});

describe('a picture of a display that the person chooses', () => {
  it('is masked when it shows this page alone', async () => {
    const { model, attached } = made({ grab: () => Promise.resolve(succeed({ picture: aPicture(), boxes: 7 })) });
    expect(model.canGrab()).toBe(true);
    await model.grabScreen();
    expect(attached).toMatchObject([{ kind: 'screenshot', redaction: { mode: 'masked', boxes: 7, revealed: [] } }]);
  });

  it('has to be looked at when there may be more in it', async () => {
    const { model, attached } = made({ grab: () => Promise.resolve(succeed({ picture: aPicture() })) });
    await model.grabScreen();
    expect(attached).toMatchObject([{ kind: 'screenshot', redaction: { mode: 'manual', boxes: 0 } }]);
  });

  it('is not made when the person or the browser says no, and the reason is told', async () => {
    const { model, attached } = made({ grab: () => Promise.resolve(fail({ code: 'grab-denied', message: '' })) });
    await model.grabScreen();
    expect(attached).toEqual([]);
    expect(model.problems.value).toMatchObject([{ code: 'grab-denied' }]);
    expect(model.isTaking.value).toBe(false);
  });

  it('is not offered where the browser cannot give one', () => {
    expect(made().model.canGrab()).toBe(false);
  });
});
