import { expect, test } from '../support/pages';
import type { CaptureFiles } from './pages/captureFiles';

declare const files: CaptureFiles;

const MOST = 10_000_000;
const CANARY = 'Wilhelmina Zonnebloem 52.3702 4.8952';

/** Puts a segment with words behind the first two bytes of a JPEG: where cameras write place and time. */
const withExif = (jpeg: readonly number[]): readonly number[] => {
  const words = [...Buffer.from(`Exif\0\0${CANARY}`, 'latin1')];
  return [...jpeg.slice(0, 2), 0xff, 0xe1, 0, words.length + 2, ...words, ...jpeg.slice(2)];
};
const text = (bytes: readonly number[]): string => Buffer.from(bytes).toString('latin1');

test.beforeEach(async ({ page, pages }) => {
  await pages.open({ script: 'captureFiles' });
  await page.waitForFunction(() => 'files' in globalThis);
});

for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
  test(`a picked picture is drawn anew: nothing behind its pixels is left (${type})`, async ({ page }) => {
    const plain = await page.evaluate((wanted) => files.draw(wanted), type);
    const dirty = type === 'image/jpeg' ? withExif(plain) : [...plain, ...Buffer.from(CANARY)];
    expect(text(dirty)).toContain('Zonnebloem');
    const { bytes, size, code } = await page.evaluate(
      ([content, wanted, mostBytes]) => files.clean(content, { type: wanted, mostBytes }),
      [dirty, type, MOST] as const,
    );
    expect(code).toBe('');
    expect(size).toEqual([64, 40]);
    expect(text(bytes)).not.toContain('Zonnebloem');
    expect(text(bytes)).not.toContain('Exif');
  });
}

test('a picked picture that does not decode is refused with a code', async ({ page }) => {
  const png = await page.evaluate(() => files.draw('image/png'));
  const { code } = await page.evaluate(
    ([content, mostBytes]) => files.clean(content, { type: 'image/png', mostBytes }),
    [png.slice(0, 40), MOST] as const,
  );
  expect(code).toBe('file-unreadable');
});

test('a picked picture that stays too large is refused with a code', async ({ page }) => {
  const png = await page.evaluate(() => files.draw('image/png'));
  const { code } = await page.evaluate((content) => files.clean(content, { type: 'image/png', mostBytes: 10 }), png);
  expect(code).toBe('file-too-large');
});

test('files that are pasted or dropped arrive, also behind the firewall; pasted text is left alone', async ({
  page,
}) => {
  for (const type of ['paste', 'drop', 'cl-paste'] as const) {
    expect(await page.evaluate((kind) => files.arrive(kind, 'file'), type)).toEqual({
      names: ['foto.png'],
      wasTaken: true,
    });
  }
  expect(await page.evaluate(() => files.arrive('paste', 'text'))).toEqual({ names: [], wasTaken: false });
});
