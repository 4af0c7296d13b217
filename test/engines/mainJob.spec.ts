/**
 * The main job in the engines that Playwright does not drive as their makers ship them. Debian: firefox-esr,
 * webkit2gtk-driver and xvfb; `.ci/run` installs them. Where one is missing its stories are skipped and say so.
 */
import { clientByRef } from '../../demo/host/data/clients';
import { canariesRead, canReadPictures, readPicture } from '../support/canaries';
import { expect, test } from '../support/demo';
import { firefox } from '../support/engines/firefox';
import { hasFocus, openDossier, pictureOf, pressOn, says } from '../support/engines/steps';
import { webkit } from '../support/engines/webkit';
import { received } from '../support/journey';

const WORDS = ['Doelen', 'Afspraken', 'Samenvatting', 'Begeleider', 'Ondertekening'];
const QUESTION = 'Opslaan in het zorgplan doet niets.';
const client = clientByRef('C-10432');
const CANARIES = client ? [client.callName, client.lastName, client.bsn] : [];

test.describe.configure({ timeout: 240_000 });

for (const engine of [firefox, webkit]) {
  test(`in ${engine.name} a question with a masked picture goes out and arrives once`, async ({ ownDemo }) => {
    test.skip(!engine.command, `${engine.name} is not installed on this machine`);
    const tab = await engine.open();
    try {
      await openDossier(tab, ownDemo.url);
      const screen = await tab.screenshot();
      await pressOn(tab, { selector: 'button', text: 'Praat met Cliendo' });
      await says(tab, 'waar kunnen we mee helpen?');
      await hasFocus(tab, 'input, textarea');
      await tab.type(QUESTION);
      await tab.press('Enter');
      await pressOn(tab, { selector: 'button', text: 'Meesturen' });
      await says(tab, /Screenshot 1\d+ plekken zijn afgedekt/);
      const picture = await pictureOf(tab);
      await test.info().attach('screen', { body: screen, contentType: 'image/png' });
      await test.info().attach('picture', { body: picture, contentType: 'image/png' });
      await pressOn(tab, { selector: 'button', text: 'Versturen' });
      await says(tab, /Nummer: \d+-\d+/);
      await says(tab, 'Alles ontvangen');
      expect(await received(ownDemo.url, '')).toMatchObject([{ excerpt: QUESTION, attachments: 1 }]);
      if (!canReadPictures()) return; // said in Chromium's stories, where CI may not go without
      const read = readPicture(picture);
      expect(canariesRead(readPicture(screen), CANARIES)).not.toEqual([]); // else nobody could have read them
      expect(canariesRead(read, CANARIES)).toEqual([]);
      expect(WORDS.filter((word) => read.includes(word)).length).toBeGreaterThanOrEqual(4);
    } finally {
      await tab.close();
    }
  });
}
