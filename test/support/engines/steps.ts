/** Words for the stories in test/engines: the same as those of test/support/journey, for tabs that Playwright does not drive. */
import { expect } from '@playwright/test';
import type { Tab } from './tab';

/** What is looked for: a button, link or field by its name or text, in the page or in an open shadow tree. */
export interface Wanted {
  readonly selector: string;
  /** How its text or its accessible name begins. */
  readonly text?: string;
}

type Point = readonly [x: number, y: number];

/** Where a thing is on screen now: in view, laid out, and not under something else. Runs in the page. */
const findPoint = (selector: string, text: string): Point | undefined => {
  const all = (root: Document | ShadowRoot): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot) : [])),
  ];
  const isNamed = (element: Element): boolean =>
    [element.textContent?.trim(), element.getAttribute('aria-label')].some((name) => name?.startsWith(text) === true);
  const found = all(document).find((element) => isNamed(element) && element.getClientRects().length > 0);
  found?.scrollIntoView({ block: 'nearest' });
  const box = found?.getBoundingClientRect();
  if (!box) return undefined;
  const point = [box.x + box.width / 2, box.y + box.height / 2] as const;
  const inside = (element: Element | null | undefined): Element | undefined => {
    const deeper = element?.shadowRoot?.elementFromPoint(...point);
    return deeper && deeper !== element ? inside(deeper) : (element ?? undefined);
  };
  const hit = inside(document.elementFromPoint(...point));
  return hit && (found?.contains(hit) || hit.contains(found ?? null)) ? point : undefined;
};

/** Presses a thing with the pointer, as soon as it can be pressed. */
export async function pressOn(tab: Tab, { selector, text = '' }: Wanted): Promise<void> {
  let point: Point | undefined;
  await expect
    .poll(async () => (point = (await tab.run(findPoint, selector, text)) ?? undefined), {
      message: `${selector} "${text}" can be pressed`,
      timeout: 60_000,
    })
    .toBeDefined();
  if (point) await tab.clickAt(...point);
}

/** Everything that can be read in the widget now. Runs in the page. */
const textOfSupport = (): string =>
  [...document.querySelectorAll('cliendo-support, cliendo-support-bar')]
    .map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
    .join('\n');

/** Waits until the widget says something. */
export const says = (tab: Tab, text: string | RegExp): Promise<void> =>
  expect.poll(() => tab.run(textOfSupport), { timeout: 60_000 }).toMatch(text);

/** Waits until the keyboard is in something of the widget. */
export const hasFocus = (tab: Tab, selector: string): Promise<void> =>
  expect
    .poll(
      () =>
        tab.run(
          (wanted) => document.querySelector('cliendo-support')?.shadowRoot?.activeElement?.matches(wanted) ?? false,
          selector,
        ),
      { message: `the keyboard is in ${selector}`, timeout: 60_000 },
    )
    .toBe(true);

/** Logs in at the demo and goes to a dossier, with support settled. */
export async function openDossier(tab: Tab, url: string): Promise<void> {
  await tab.goTo(url);
  await pressOn(tab, { selector: 'button', text: 'Sanne de Wit' });
  await expect.poll(() => tab.run(() => document.querySelector('nav') !== null), { timeout: 60_000 }).toBe(true);
  await tab.goTo(`${url}/clienten/C-10432/zorgplan`);
  await tab.run(
    () =>
      new Promise<void>((resolve) =>
        (window as unknown as { CliendoSupport: (name: string, act: () => void) => void }).CliendoSupport('ready', () =>
          resolve(),
        ),
      ),
  );
}

/** The picture that goes along, as the widget shows it, in PNG. */
export const pictureOf = async (tab: Tab): Promise<Buffer> =>
  Buffer.from(
    await tab.run(async () => {
      const image = document.querySelector('cliendo-support')?.shadowRoot?.querySelector('img[src^="blob:"]');
      if (!(image instanceof HTMLImageElement)) throw new Error('There is no picture.');
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2]; // twice as large: a reader of pictures wants that
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL().split(',')[1] ?? '';
    }),
    'base64',
  );
