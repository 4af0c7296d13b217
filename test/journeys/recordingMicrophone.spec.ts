/** F-08: the microphone of a recording goes while it records. No one says yes here but the permissions of the browser, which can be taken back. */
import { expect, test } from '../support/demo';
import { ask, logIn, openPanel } from '../support/journey';
import { barOf, capturing, recordFor } from '../support/recording';

test.use({ launchOptions: capturing(['--auto-accept-this-tab-capture', '--use-fake-device-for-media-stream']) });

test('a microphone whose permission is taken back is told, and the recording goes on', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['microphone'], { origin: demo.url });
  await logIn(page, demo.url);
  const panel = await openPanel(page);
  await ask(panel, 'Ik zeg er iets bij');
  await panel.getByRole('button', { name: 'Video opnemen' }).click();
  await recordFor(page, 1);
  await barOf(page).getByRole('button', { name: 'Microfoon staat uit' }).click();
  await expect(barOf(page).getByRole('button', { name: 'Microfoon staat aan' })).toBeVisible();
  await context.clearPermissions();
  await expect(barOf(page).getByText('De microfoon is weg. De opname loopt door.')).toBeVisible();
  await expect(barOf(page).getByRole('button', { name: 'Microfoon staat uit' })).toBeVisible();
  await barOf(page).getByRole('button', { name: 'Stoppen' }).click();
  await expect(panel.getByRole('heading', { name: 'Controleren en versturen' })).toBeVisible();
});
