import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CaptureModel, type CaptureDeps } from '../../../src/capture/capture.model';
import type { FrozenPage } from '../../../src/capture/moment/moment';
import type { Origin } from '../../../src/capture/origin';
import type { Picture } from '../../../src/capture/picture';
import { disposeModel } from '../../../src/foundation/disposeModel';
import type { Id } from '../../../src/foundation/id';
import { silentLog } from '../../../src/foundation/log';
import { fail, succeed } from '../../../src/foundation/result';
import { DEFAULT_LIMITS, type Attachment } from '../../../src/protocol/index';

const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 128, 0, 0, 1, 144, 8, 6, 0, 0,
  0,
]);
const MP4 = Uint8Array.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);

const aPage = (takenAt = 0, covered = 3): FrozenPage => ({
  takenAt,
  width: 640,
  height: 400,
  pixelRatio: 1,
  gaps: [],
  markup: '<svg/>',
  sources: [],
  spots: Array.from({ length: covered }, (_, id) => ({
    id,
    kind: 'text',
    label: '',
    box: [0, 0, 1, 1],
    canReveal: true,
  })),
});
const aPicture = (gaps: readonly string[] = []): Picture => ({
  bytes: new ArrayBuffer(500),
  type: 'image/png',
  width: 640,
  height: 400,
  gaps,
});

const aPngAttachment: Attachment = {
  id: 'kept' as Id, // only has to be unique here
  kind: 'screenshot',
  name: 'screenshot-1.png',
  type: 'image/png',
  size: 29,
  digests: [],
  alt: 'Eerder gezegd',
  redaction: { mode: 'masked', boxes: 12, revealed: [{ spot: 'Veld', at: '2026-03-12T09:00:00Z' }] },
};

const made = (changes: Partial<CaptureDeps> = {}) => {
  const kept = new Map<Id, ArrayBuffer>();
  const attached: Attachment[] = [];
  let count = 0;
  const model = new CaptureModel({
    freeze: () => aPage(),
    render: () => Promise.resolve(succeed(aPicture())),
    clean: (bytes) => Promise.resolve(succeed({ bytes: bytes.slice(0, 20), type: 'image/png', pixels: [640, 400] })),
    bytes: {
      put: (id, bytes) => Promise.resolve(succeed(kept.set(id, bytes))),
      get: (id) => Promise.resolve(succeed(kept.get(id))),
      remove: (id) => Promise.resolve(succeed(kept.delete(id))),
    },
    limits: () => DEFAULT_LIMITS,
    attached: () => attached,
    newId: () => `id-${++count}` as Id, // only has to be unique here
    clock: { now: () => 0, after: () => () => undefined },
    digests: () => Promise.resolve(['digest']),
    onAttached: (attachment) => {
      expect(kept.has(attachment.id)).toBe(true); // bytes before words
      attached.push(attachment);
    },
    onReplaced: (old, by) => {
      expect(kept.has(by.id) && kept.has(old)).toBe(true); // the new bytes are there before the old ones go
      attached.splice(
        attached.findIndex(({ id }) => id === old),
        1,
        by,
      );
      return Promise.resolve();
    },
    onSent: () => () => undefined,
    log: silentLog,
    ...changes,
  });
  return { model, kept, attached };
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

describe('an edited picture', () => {
  const edited = (origin: Origin, size = 300) => ({
    picture: { bytes: new ArrayBuffer(size), type: 'image/png' as const, pixels: [320, 200] as const },
    facts: { boxes: 4, revealed: [{ spot: 'Tekst bij Naam', at: '2026-03-12T09:00:00Z' }], alt: 'Een lijst' },
    origin,
  });
  const opened = async (
    model: ReturnType<typeof made>['model'],
    attachment: Attachment | undefined,
  ): Promise<Origin> => {
    const origin = attachment && (await model.openPicture(attachment));
    if (!origin?.ok) throw new Error('it cannot be opened');
    return origin.value;
  };

  it('takes the place of the one before, with bytes and digests of its own; the old bytes go last', async () => {
    const { model, attached, kept } = made();
    await model.takeScreenshot();
    await model.takeScreenshot();
    const [old, other] = attached;
    const result = old && (await model.replacePicture(old, edited(await opened(model, old))));
    expect(result).toMatchObject({ ok: true });
    expect(attached).toMatchObject([
      {
        kind: 'screenshot',
        name: 'screenshot-1.png',
        size: 300,
        width: 320,
        height: 200,
        alt: 'Een lijst',
        redaction: { mode: 'masked', boxes: 4, revealed: [{ spot: 'Tekst bij Naam' }] },
      },
      { id: other?.id },
    ]);
    expect(attached[0]?.id).not.toBe(old?.id);
    expect([...kept.keys()].sort()).toEqual(attached.map(({ id }) => id).sort());
  });

  it('can show what is covered until it is sent, and not after', async () => {
    let tellSent: (ids: readonly Id[]) => void = () => undefined;
    const { model, attached } = made({
      onSent: (listener) => {
        tellSent = listener;
        return () => undefined;
      },
    });
    await model.takeScreenshot();
    const first = await opened(model, attached[0]);
    expect(first.subject.draw).toBeDefined();
    await (attached[0] && model.replacePicture(attached[0], edited(first)));
    expect((await opened(model, attached[0])).subject.draw).toBeDefined();
    tellSent(attached.map(({ id }) => id));
    const sent = await model.openPicture(attached[0] ?? aPngAttachment);
    expect(sent.ok && sent.value.subject.draw).toBeFalsy();
  });

  it('begins with the kept pixels after a reload: what is covered stays so, what was shown is still told', async () => {
    const { model, kept } = made();
    kept.set(aPngAttachment.id, PNG.buffer);
    const origin = await opened(model, aPngAttachment);
    expect(origin).toMatchObject({
      subject: { size: { width: 640, height: 400 }, spots: [], fixedSpots: 12 },
      revealedBefore: [{ spot: 'Veld' }],
      work: { alt: 'Eerder gezegd' },
    });
    expect(origin.subject.draw).toBeUndefined();
  });

  it('that does not fit or cannot be kept leaves the one before where it was', async () => {
    const { model, attached } = made({ limits: () => ({ ...DEFAULT_LIMITS, submissionBytes: 1200, fileBytes: 900 }) });
    await model.takeScreenshot();
    await model.takeScreenshot();
    const [old] = attached;
    if (!old) throw new Error('nothing is attached');
    const origin = await opened(model, old);
    expect(await model.replacePicture(old, edited(origin, 901))).toMatchObject({ problem: { code: 'file-too-large' } });
    expect(await model.replacePicture(old, edited(origin, 800))).toMatchObject({
      problem: { code: 'files-too-large' },
    });
    expect(await model.replacePicture(old, edited(origin, 700))).toMatchObject({ ok: true }); // its own old bytes do not count
    expect(attached).toHaveLength(2);
  });

  it('of the press stays in memory until it is included, then goes along as it was edited', async () => {
    const { model, kept, attached } = made();
    await model.offerMoment(aPage(), 3000);
    const moment = model.moment.value;
    if (moment.state !== 'ready') throw new Error('there is no picture');
    const { facts, origin } = edited(moment.origin);
    model.editMoment({ picture: { ...aPicture(), bytes: new ArrayBuffer(7) }, facts, origin });
    expect(kept.size).toBe(0);
    expect(open.size).toBe(1);
    await model.includeMoment();
    expect(attached).toMatchObject([{ size: 7, delayMs: 3000, alt: 'Een lijst', redaction: { boxes: 4 } }]);
  });

  it('is gone when the device no longer has it', async () => {
    const { model } = made();
    expect(await model.openPicture(aPngAttachment)).toMatchObject({ ok: false });
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
