import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../demo';
import { isInstalled } from './firefox';
import { VIEW, type Engine, type Tab } from './tab';

const KEYS = { Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB } as const;
const START_LIMIT_MS = 30_000;

/** WebKitGTK's own small browser, by WebDriver, on a screen that nobody sees. Debian: webkit2gtk-driver and xvfb. */
export const webkit: Engine = {
  name: 'WebKit',
  command: isInstalled('WebKitWebDriver') && isInstalled('Xvfb') ? miniBrowser() : undefined,
  async open(): Promise<Tab> {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const display = await firstLine(screen);
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: '1', LANG: 'nl_NL.UTF-8' },
    });
    const endAll = async (): Promise<void> => {
      for (const one of [driver, screen]) {
        if (one.exitCode !== null || one.signalCode !== null) continue;
        const ended = once(one, 'exit');
        one.kill();
        await ended;
      }
    };
    try {
      return tabOf(await connect(`http://127.0.0.1:${port}`, this.command ?? ''), endAll);
    } catch (cause) {
      await endAll();
      throw cause;
    }
  },
};

function tabOf(driver: WebDriver, endAll: () => Promise<void>): Tab {
  return {
    goTo: (url) => driver.get(url),
    clickAt: (x, y) =>
      driver
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT })
        .click()
        .perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
    async run(act, ...args) {
      const answer: { readonly value: never } | { readonly problem: string } = await driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve().then(() => (${String(act)})(...Array.prototype.slice.call(arguments, 0, -1)))
           .then((value) => done({ value }), (problem) => done({ problem: String(problem) }));`,
        ...args,
      );
      if ('problem' in answer) throw new Error(answer.problem);
      return answer.value;
    },
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    async close() {
      await driver.quit();
      await endAll();
    },
  };
}

async function connect(server: string, binary: string): Promise<WebDriver> {
  for (let waitedMs = 0; !(await isReady(server)); waitedMs += 100) {
    if (waitedMs > START_LIMIT_MS) throw new Error('WebKitWebDriver did not start.');
    await pause(100);
  }
  const wanted = new Capabilities();
  wanted.setBrowserName('MiniBrowser');
  wanted.set('webkitgtk:browserOptions', { binary, args: ['--automation'] });
  const driver = await new Builder().usingServer(server).withCapabilities(wanted).build();
  await driver.manage().setTimeouts({ script: 60_000 });
  await driver
    .manage()
    .window()
    .setRect({ x: 0, y: 0, width: VIEW.width, height: VIEW.height + 60 });
  return driver;
}

async function isReady(server: string): Promise<boolean> {
  try {
    return (await fetch(`${server}/status`)).ok;
  } catch {
    return false; // it does not listen yet
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [text] = (await once(child.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer]; // spawned with a pipe there
  return String(text).trim();
}

function miniBrowser(): string | undefined {
  for (const folder of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'])
    for (const name of namesIn(folder).filter((one) => one.startsWith('webkit2gtk-4')))
      if (namesIn(`${folder}/${name}`).includes('MiniBrowser')) return `${folder}/${name}/MiniBrowser`;
  return undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // another kind of machine
  }
}
