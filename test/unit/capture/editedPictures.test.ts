import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Origin } from '../../../src/capture/origin';
import type { Id } from '../../../src/foundation/id';
import { DEFAULT_LIMITS, type Attachment } from '../../../src/protocol/index';
import { aPage, aPicture, aPngAttachment, made, PNG } from './captureUnderTest';

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
      subject: { size: { width: 640, height: 400 }, spots: [], landmarks: [], fixedSpots: 12 },
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
