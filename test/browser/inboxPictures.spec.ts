import type { Page } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { expect, test } from '../support/demo';
import { askWith } from '../support/evidence';
import { openInbox } from '../support/journey';
import { png } from '../support/pictures';

const PICTURES = [
  { bytes: png({ width: 640, height: 400 }), type: 'image/png' },
  { bytes: png({ width: 320, height: 200 }), type: 'image/png' },
];

const zoomOf = (inbox: Page): Promise<string> => inbox.locator('.zoomLevel').innerText();

test('pictures of a question are turned to, zoomed and compared by keyboard', async ({ browser, demo }) => {
  const text = 'Twee screenshots naast elkaar';
  await askWith(demo.url, { text, evidence: PICTURES });
  const inbox = await openInbox(browser, demo.url);
  await inbox.getByText(text).first().click();
  await inbox.getByRole('button', { name: 'Screenshot 1 groot bekijken' }).click();
  const viewer = inbox.getByRole('dialog', { name: /^Screenshot 1/ });
  await expect(viewer.getByText('1 / 2')).toBeVisible(); // the other one is fetched too
  expect(await zoomOf(inbox)).toBe('100%');
  await inbox.keyboard.press('+');
  expect(await zoomOf(inbox)).toBe('125%');
  await inbox.keyboard.press('0');
  await inbox.keyboard.press(']');
  await expect(inbox.getByRole('dialog', { name: /^Screenshot 2/ })).toBeVisible();
  await inbox.keyboard.press('[');
  await expect(viewer).toBeVisible();

  await inbox.keyboard.press('c');
  await expect(viewer.locator('canvas')).toHaveCount(2);
  for (const way of ['Met een lijn', 'Verschil', 'Naast elkaar']) {
    await viewer.getByRole('button', { name: way }).click();
    await expect(viewer.locator('canvas')).toHaveCount(way === 'Naast elkaar' ? 2 : 1);
    expect(await accessibilityProblems(inbox, '.viewer')).toEqual([]);
  }
  await viewer.getByRole('button', { name: 'Verschil' }).click();
  const middle = await viewer
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => [
      ...(canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? []),
    ]);
  expect(middle).toEqual([0, 0, 0, 255]); // the same grey, at twice the pixels: nothing differs
  await inbox.keyboard.press('Escape');
  await expect(inbox.getByRole('dialog')).toHaveCount(0);
  await inbox.context().close();
});

test('on a small phone, and on a tablet, every button above a picture can be pressed where it stands', async ({
  browser,
  demo,
}) => {
  const text = 'Screenshots op een telefoon';
  await askWith(demo.url, { text, evidence: PICTURES });
  const inbox = await openInbox(browser, demo.url);
  await inbox.setViewportSize({ width: 320, height: 640 });
  await inbox.getByText(text).first().click();
  await inbox.getByRole('button', { name: /^Bewijs/ }).click();
  await inbox.getByRole('button', { name: 'Screenshot 1 groot bekijken' }).click();
  const viewer = inbox.getByRole('dialog', { name: /^Screenshot 1/ });
  await expect(viewer.getByText('1 / 2')).toBeVisible();
  for (const width of [320, 480, 768]) {
    await inbox.setViewportSize({ width, height: 640 });
    await expect(viewer.getByRole('button')).toHaveCount(9);
    const unreachable = await viewer.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter((button) => {
          const { left, right, top, height } = button.getBoundingClientRect();
          const at = (x: number): boolean => button.contains(document.elementFromPoint(x, top + height / 2));
          return left < 0 || right > innerWidth || !at(left + 4) || !at(right - 4);
        })
        .map((button) => button.getAttribute('aria-label') ?? button.textContent),
    );
    expect({ width, unreachable }).toEqual({ width, unreachable: [] });
    expect(await accessibilityProblems(inbox, '.viewer')).toEqual([]);
  }
  await inbox.context().close();
});

test('a picture goes along by picking, pasting or dropping it, and what can not go along says why', async ({
  browser,
  demo,
}) => {
  const text = 'Kun je het laten zien?';
  await askWith(demo.url, { text, evidence: [] });
  const inbox = await openInbox(browser, demo.url);
  await inbox.getByText(text).first().click();
  const along = inbox.getByRole('list', { name: 'Gaat mee' });
  const [chooser] = await Promise.all([
    inbox.waitForEvent('filechooser'),
    inbox.getByRole('button', { name: 'Bijlage', exact: true }).click(),
  ]);
  await chooser.setFiles({ name: 'uitleg.png', mimeType: 'image/png', buffer: png({ width: 300, height: 200 }) });
  await expect(along.getByRole('listitem')).toHaveCount(1);
  await inbox.locator('.replyEditor').evaluate(
    (form, bytes) => {
      for (const type of ['paste', 'drop'] as const) {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(bytes)], 'plaatje.png', { type: 'image/png' }));
        const given = { bubbles: true, cancelable: true };
        form.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent(type, { ...given, clipboardData: carried })
            : new DragEvent(type, { ...given, dataTransfer: carried }),
        );
      }
    },
    [...png({ width: 64, height: 64 })],
  );
  await expect(along.getByRole('listitem')).toHaveCount(3);
  await expect(inbox.getByText('Schrijf er een paar woorden bij, dan kan het mee.')).toBeVisible();
  await along.getByRole('button', { name: 'Bijlage 3 weghalen' }).click();
  await expect(along.getByRole('listitem')).toHaveCount(2);

  await inbox
    .locator('.replyEditor input[type=file]')
    .setInputFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await expect(inbox.getByText('Dit soort bestand kan niet mee.')).toBeVisible();
  await inbox
    .locator('.replyEditor input[type=file]')
    .setInputFiles({ name: 'nep.png', mimeType: 'image/png', buffer: Buffer.from('geen plaatje') });
  await expect(inbox.getByText('Dit bestand kon niet worden gelezen.')).toBeVisible();
  expect(await accessibilityProblems(inbox)).toEqual([]);

  await inbox.getByRole('textbox', { name: /reactie/i }).fill('Zo ziet het eruit.');
  await inbox.route('**/v1/agent/attachments/*', (route) => route.abort(), { times: 1 }); // the words arrive, the bytes do not
  await inbox.getByRole('button', { name: /^Versturen/ }).click();
  await expect(inbox.getByText('Je tekst is verstuurd, de bijlage nog niet.')).toBeVisible();
  await inbox.getByRole('button', { name: /^Bijlage alsnog versturen/ }).click();
  await expect(inbox.getByText('Je reactie is verstuurd.').first()).toBeVisible();
  await expect(inbox.getByRole('button', { name: /groot bekijken$/ })).toHaveCount(2);
  await expect(inbox.getByText('Zo ziet het eruit.')).toHaveCount(1); // once, however often it was sent
  await inbox.context().close();
});
