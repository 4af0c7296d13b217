import { execFileSync } from 'node:child_process';
import puppeteer from 'puppeteer-core';
import { VIEW, type Engine, type Tab } from './tab';

/** Firefox by WebDriver BiDi, which it speaks itself. */
export const firefox: Engine = {
  name: 'Firefox',
  command: ['firefox-esr', 'firefox'].find(isInstalled),
  async open(): Promise<Tab> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: execFileSync('which', [this.command ?? ''], { encoding: 'utf8' }).trim(),
      headless: true,
      args: [`--width=${VIEW.width}`, `--height=${VIEW.height}`],
      extraPrefsFirefox: { 'intl.accept_languages': 'nl-NL, nl' },
    });
    const page = await browser.newPage();
    await page.setViewport(VIEW);
    return {
      goTo: async (url) => void (await page.goto(url)),
      clickAt: (x, y) => page.mouse.click(x, y),
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key),
      run: (act, ...args) => page.evaluate(act as never, ...(args as never)), // the same shape; its own types unwrap handles, and there are none
      screenshot: async () => Buffer.from(await page.screenshot()),
      close: () => browser.close(),
    };
  },
};

/** Tells whether a command is on the path. */
export function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
