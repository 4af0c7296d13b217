import { expect, test, watchHarm, SNIPPET } from '../support/embed';
import { ask, isKept, openPanel, send } from '../support/journey';

/** A host that defines its own backend in the page. While it is away, every method gives what a broken bridge gives: nothing at all. */
const HOST = `${SNIPPET()}<script type="module">
  import { createFakeBackend, createFakeToken } from '/support/testing.js';
  const kept = createFakeBackend();
  const bridge = { isAway: false };
  const backend = Object.fromEntries(
    Object.entries(kept)
      .filter(([, method]) => typeof method === 'function')
      .map(([name, method]) => [name, (...given) => (bridge.isAway ? undefined : method(...given))]),
  );
  globalThis.host = { kept, bridge };
  const token = createFakeToken({ sub: 'sanne', org: 'voorbeeldzorg', name: 'Sanne de Wit' });
  CliendoSupport('create', { backend, auth: async () => token, launcher: true });
</script>`;

interface Host {
  readonly kept: { readonly received: readonly { readonly submission: { questions: { text: string }[] } }[] };
  readonly bridge: { isAway: boolean };
}

test("a question asked of a host's own backend object waits while that answers nonsense, and arrives exactly once", async ({
  page,
  host,
}) => {
  const harm = await watchHarm(page);
  const warnings: string[] = [];
  page.on('console', (message) => message.text().includes('backend-answer') && warnings.push(message.text()));
  const texts = () =>
    page.evaluate(() =>
      (globalThis as unknown as { host: Host }).host.kept.received.map(
        ({ submission }) => submission.questions[0]?.text,
      ),
    );
  const setAway = (isAway: boolean) =>
    page.evaluate((away) => void ((globalThis as unknown as { host: Host }).host.bridge.isAway = away), isAway);

  await host.open({ head: HOST });
  const panel = await openPanel(page);
  await ask(panel, 'De brug naar buiten ligt eruit.');
  await isKept(panel);
  await setAway(true);
  await send(panel);
  await expect(panel.getByText('Je vraag staat klaar. We sturen hem zodra het kan.').first()).toBeVisible();
  await expect.poll(() => warnings.filter((line) => line.includes('backend.putSubmission')).length).toBe(1);
  await panel.getByRole('button', { name: 'Mijn vragen' }).click();
  await expect(panel.getByText('Ophalen lukt nu niet. Er is niets kwijt.')).toBeVisible();
  expect(await texts()).toEqual([]);

  await setAway(false);
  await expect(panel.getByRole('button', { name: /De brug naar buiten ligt eruit/ })).toContainText('Ontvangen', {
    timeout: 30_000,
  });
  await panel.getByRole('button', { name: /De brug naar buiten ligt eruit/ }).click();
  await expect(panel.getByText('De brug naar buiten ligt eruit.').first()).toBeVisible();
  expect(await texts()).toEqual(['De brug naar buiten ligt eruit.']);
  expect(await harm()).toEqual([]);
  expect(new Set(warnings).size).toBe(warnings.length);
});
