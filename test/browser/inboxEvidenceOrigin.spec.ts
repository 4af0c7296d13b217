import { expect, test } from '@playwright/test';
import { accessibilityProblems } from '../support/accessibility';
import { freePort, startDemo } from '../support/demo';
import { askWith } from '../support/evidence';
import { png } from '../support/pictures';

test('evidence is shown and drawn on from an origin of its own, and who looks after the log sees who did', async ({
  browser,
}) => {
  const contentOrigin = `http://localhost:${await freePort()}`; // by name: to a browser no two addresses are of one site, not even on one machine
  const demo = await startDemo({ CONTENT_ORIGIN: contentOrigin }, 'localhost');
  try {
    const text = 'Screenshot op een eigen adres';
    await askWith(demo.url, { text, evidence: [{ bytes: png({ width: 640, height: 400 }), type: 'image/png' }] });
    const context = await browser.newContext();
    const inbox = await context.newPage();
    const refused: string[] = [];
    inbox.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
    const fetched: string[] = [];
    inbox.on(
      'response',
      (answer) => answer.url().startsWith(`${contentOrigin}/v1/content/`) && fetched.push(answer.url()),
    );
    await inbox.goto(`${demo.url}/inbox`);
    await inbox.getByRole('button', { name: 'Joris' }).click();
    await inbox.getByText(text).first().click();
    await inbox.getByRole('button', { name: 'Screenshot 1 groot bekijken' }).click();
    await expect(inbox.getByRole('dialog', { name: /^Screenshot 1/ })).toBeVisible();
    await expect.poll(() => fetched.length).toBeGreaterThan(0);
    const seen = fetched.length;
    await inbox.getByRole('button', { name: 'Tekenen en terugsturen' }).click();
    await expect.poll(() => fetched.length).toBeGreaterThan(seen); // the bytes are read anew, to draw on
    await inbox.reload();

    await inbox.getByRole('button', { name: 'Logboek' }).click();
    const log = inbox.getByRole('dialog', { name: 'Wie heeft wat gezien' });
    await expect(log.getByRole('row', { name: /Joris.*Bekeken.*bijlage/ }).first()).toBeVisible();
    await log.getByRole('button', { name: 'Controleren' }).click();
    await expect(log.getByText(/regels, niets veranderd/)).toBeVisible();
    expect(await accessibilityProblems(inbox, '.wideDialog')).toEqual([]);
    expect(refused).toEqual([]);
    await context.close();
  } finally {
    await demo.remove();
  }
});
