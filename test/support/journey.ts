/** Words for the stories in test/journeys: what a care worker and an agent do, in their own terms. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { networkIsQuiet } from './quiet';

/** The people of the demo. */
export type Worker = 'Sanne de Wit' | 'Mehmet Aydin' | 'Ingrid Visser';

/** Logs somebody in at the demo's own login screen. */
export async function logIn(page: Page, address: string, worker: Worker = 'Sanne de Wit'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: worker }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** The panel. Found by its name, as a screen reader finds it. */
export const panelOf = (page: Page): Locator => page.locator('cliendo-support').locator('dialog.panel');

/** The floating button. */
export const launcherOf = (page: Page): Locator =>
  page.locator('cliendo-support-bar').getByRole('button').and(page.locator('.pill'));

/** Waits until support has settled on this page: what the next press needs has been fetched. */
export async function supportIsReady(page: Page): Promise<void> {
  await expect(launcherOf(page)).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        (window as unknown as { CliendoSupport: (name: string, act: () => void) => void }).CliendoSupport('ready', () =>
          resolve(),
        ),
      ),
  );
  await networkIsQuiet(page);
}

/** Opens the panel with the launcher. */
export async function openPanel(page: Page): Promise<Locator> {
  await supportIsReady(page);
  await launcherOf(page).click();
  await expect(panelOf(page)).toBeVisible();
  return panelOf(page);
}

/** Types a question in the field on the home screen and goes on to the form. */
export async function ask(panel: Locator, text: string): Promise<void> {
  const field = panel.getByLabel('Typ je vraag');
  await field.fill(text);
  await field.press('Enter');
  await expect(panel.getByLabel('Wat gebeurt er precies?')).toHaveValue(text);
}

/** Waits until the device may keep what is typed: it has a key. Who loses the connection before that reads that only the window has it. */
export const isKept = (panel: Locator): Promise<void> =>
  expect(panel.getByText('Bewaard. Je kunt later verder.')).toBeVisible();

/** Includes the picture of the press. */
export async function includePicture(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Meesturen', exact: true }).click();
  await expect(panel.getByText('Screenshot 1')).toBeVisible();
}

/** The number on the receipt, such as `26-1`. */
export async function receiptNumber(panel: Locator): Promise<string> {
  const line = panel.getByText(/^Nummer: \d+-\d+$/);
  await expect(line).toBeVisible();
  return (await line.innerText()).replace('Nummer: ', '');
}

/** Opens the inbox as an agent, in a browser of their own. */
export async function openInbox(browser: Browser, address: string, agent = 'Noor'): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${address}/inbox`);
  await page.getByRole('button', { name: new RegExp(agent) }).click();
  return page;
}

/** Answers a question as an agent. */
export async function answer(inbox: Page, excerpt: string, reply: string): Promise<void> {
  await inbox.getByText(excerpt).first().click();
  const box = inbox.getByRole('textbox', { name: /reactie/i });
  await box.fill(reply);
  await box.press('Control+Enter');
  await expect(inbox.getByText(reply).first()).toBeVisible();
}

/** The form's own field, after "Typ je vraag" or in the form itself. */
export const questionField = (panel: Locator): Locator => panel.getByLabel('Wat gebeurt er precies?');

/** Presses the button that sends from the form, as it is named when nothing has to be looked at first. */
export const send = (panel: Locator): Promise<void> =>
  panel.getByRole('button', { name: 'Versturen', exact: true }).click();

/** Goes to a screen of the host by its main menu. */
export const goTo = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').first().getByRole('link', { name: screen, exact: true }).click();

/** The question that somebody gets who logs out with something unsent. */
export const askedAtLeaving = (page: Page): Locator =>
  page.locator('cliendo-support').getByRole('dialog', { name: 'Voordat je uitlogt' });

/** Presses "Uitloggen" in the host. */
export async function pressLogOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Menu van/ }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
}

/** Logs out of the host, as people do when they leave the computer to a colleague. What was not sent is answered by the name of the choice. */
export async function logOut(page: Page, choice?: RegExp): Promise<void> {
  await pressLogOut(page);
  if (choice) await askedAtLeaving(page).getByRole('button', { name: choice }).click();
  await expect(page.getByRole('list', { name: 'Inloggen als' })).toBeVisible();
}

/** A question as the agents' list has it. */
export interface Received {
  readonly id: string;
  readonly number: string;
  readonly excerpt: string;
  readonly asker: string;
  readonly attachments: number;
}

/** What the receiver has of questions with these words, as the inbox asks for it: once sent means one. */
export async function received(address: string, words: string): Promise<readonly Received[]> {
  const asked = await fetch(`${address}/inbox/api/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agent: 'a-noor' }),
  });
  const { token } = (await asked.json()) as { readonly token: string }; // the demo's own back end
  const listed = await fetch(`${address}/v1/agent/questions?filter=all`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await listed.json()) as { readonly items: readonly Received[] }; // InboxPage, checked by the contract tests
  return items.filter(({ excerpt }) => excerpt.includes(words));
}

/** What the floating button is called while nobody has answered. */
export const LAUNCHER_NAME = 'Praat met Cliendo';

/** Goes on with the question that was being written. */
export async function goOn(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: /^Verder met je vraag/ }).click();
  await expect(questionField(panel)).toBeVisible();
}

/** Makes the demo keep what it keeps readable, as a host outside of care may. */
export const keepInClear = (page: Page): Promise<unknown> =>
  page.route('**/main.js', async (route) => {
    const answer = await route.fetch();
    const script = await answer.text();
    const changed = script.replace(/CliendoSupport\(["'`]create["'`],\s*\{/, '$&storage:{encrypt:false},');
    expect(changed).not.toBe(script);
    await route.fulfill({ response: answer, body: changed });
  });
