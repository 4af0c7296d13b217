/**
 * Nothing of a person in any byte or pixel of a picture: fifteen kinds of places in five styles of hosts, with a control run that
 * must find what the proof does not.
 */
import type { Page } from '@playwright/test';
import { canariesIn, canariesRead, canReadPictures, readPicture } from '../support/canaries';
import { expect, test } from '../support/pages';
import { draw, freeze, ready } from './captureSteps';
import { HOST_STYLES, pageIn, PLACES, type Place } from './maskingPlaces';

/** The words of the page itself, which are no one's. */
const CATALOGUE = [...PLACES.map(({ kind }) => kind), 'Naam', 'Opslaan', 'Kies'];
/** The words of the labels, long enough not to be read by chance. */
const LABELS = [...new Set(PLACES.flatMap(({ kind }) => kind.split(' ')))].filter((word) => word.length > 3);
const NOBODY_LOOKS = 'tesseract is not installed on this machine, so nobody looked at the pictures';

test.use({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 2 });

const wordsOf = (places: readonly Place[]): readonly string[] => places.flatMap(({ canary }) => canary.split(' '));
/** The places of which a word stands in the bytes. */
const standing = (bytes: Buffer): readonly string[] =>
  PLACES.filter(({ canary }) => canariesIn(bytes, canary.split(' ')).length > 0).map(({ kind }) => kind);

const callEverythingInterface = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const mark = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        element.setAttribute('data-support-unmask', '');
        if (element.shadowRoot) mark(element.shadowRoot);
        if (element instanceof HTMLIFrameElement && element.contentDocument) mark(element.contentDocument);
      }
    };
    mark(document);
  });

/** What a reader sees. In the dark it is shown the negative: it is bad at light on dark. */
const readIn = async (page: Page, style: string, png: Buffer): Promise<string> => {
  if (!style.includes('dark')) return readPicture(png);
  const negative = await page.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('This browser cannot draw.');
    pen.filter = 'invert(1)';
    pen.drawImage(image, 0, 0);
    return canvas.toDataURL().split(',')[1] ?? '';
  }, png.toString('base64'));
  return readPicture(Buffer.from(negative, 'base64'));
};

for (const style of Object.keys(HOST_STYLES)) {
  test.describe(`a host in the style of ${style}`, () => {
    test.beforeEach(async ({ page, pages }) => {
      await pages.open({ ...pageIn(style), script: 'captureEngine' });
      await ready(page);
    });

    test('has no canary in any byte of the copy or the picture, nor for the eye of a reader', async ({ page }) => {
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      expect(standing(Buffer.from(html))).toEqual(PLACES.map(({ kind }) => kind)); // the search finds each of them in the page
      const frozen = await freeze(page, CATALOGUE);
      const { png, code } = await draw(page, frozen);
      const picture = Buffer.from(png, 'base64');
      await test.info().attach('picture', { body: picture, contentType: 'image/png' });
      expect(code).toBe('');
      expect(standing(Buffer.from(JSON.stringify(frozen)))).toEqual([]);
      expect(standing(picture)).toEqual([]);
      test.skip(!canReadPictures() && !process.env['CI'], NOBODY_LOOKS);
      const read = await readIn(page, style, picture);
      expect(canariesRead(read, wordsOf(PLACES))).toEqual([]);
      expect(canariesRead(read, LABELS).length).toBeGreaterThan(LABELS.length / 2); // the reader does read this picture
    });

    test('is found out when nothing is masked: every place that can be seen is read', async ({ page }) => {
      await callEverythingInterface(page);
      const frozen = await freeze(page, 'everything', ['data:']);
      const { png } = await draw(page, frozen);
      const picture = Buffer.from(png, 'base64');
      await test.info().attach('picture', { body: picture, contentType: 'image/png' });
      test.skip(!canReadPictures() && !process.env['CI'], NOBODY_LOOKS);
      const read = await readIn(page, style, picture);
      const visible = PLACES.filter(({ isVisible }) => isVisible);
      const found = visible.filter(({ canary }) => canariesRead(read, canary.split(' ')).length > 0);
      expect(found.map(({ kind }) => kind)).toEqual(visible.map(({ kind }) => kind));
    });
  });
}
