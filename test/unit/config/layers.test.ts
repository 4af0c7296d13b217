import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A small tree in which every layer is there and every import is allowed. */
const CLEAN: Readonly<Record<string, string>> = {
  'src/foundation/id.ts': 'export const id = 1;',
  'src/protocol/submission.ts': "import { id } from '../foundation/id'; export const submission = id;",
  'src/protocol/index.ts': "export { submission } from './submission';",
  'src/locale/launcherTexts.ts': 'export const launcherTexts = 1;',
  'src/locale/nl.ts': 'export const nl = 1;',
  'src/ui/firewall.ts': 'export const startFirewall = 1;',
  'src/ui/barMover.ts': 'export const createBarMover = 1;',
  'src/ui/Button.tsx': "import { h } from 'preact'; export const Button = h;",
  'src/ui/index.ts': "export { Button } from './Button';",
  'src/storage/browser/indexedDbStore.ts': "import { get } from 'idb-keyval'; export const store = get;",
  'src/storage/index.ts': "export { store } from './browser/indexedDbStore';",
  'src/privacy/cleared.ts': 'export type Cleared<T> = T;',
  'src/privacy/scrubText.ts': "import { id } from '../foundation/id'; export const scrubText = id;",
  'src/privacy/rules.ts': "export { scrubText } from './scrubText';",
  'src/privacy/index.ts': "export { scrubText } from './scrubText';",
  'src/host/index.ts': 'export const host = 1;',
  'src/delivery/outbox.ts': "import type { Cleared } from '../privacy/cleared'; export type Item = Cleared<number>;",
  'src/delivery/browser/httpTransport.ts': "import ky from 'ky'; export const transport = ky;",
  'src/delivery/index.ts': "import { store } from '../storage/index'; import { transport } from './browser/httpTransport'; export const delivery = [store, transport];",
  'src/questions/bundle.ts': "import { submission } from '../protocol/submission'; export const bundle = submission;",
  'src/questions/ports.ts': 'export interface DraftStore { load(): void }',
  'src/questions/questions.model.ts': "import { signal } from '@preact/signals-core'; import { bundle } from './bundle'; export const questions = signal(bundle);",
  'src/questions/index.ts': "export { questions } from './questions.model';",
  'src/questions/views/BundlePanel.tsx': "import { h } from 'preact'; import { Button } from '../../ui/index'; export const BundlePanel = [h, Button];",
  'src/questions/views/index.ts': "export { BundlePanel } from './BundlePanel';",
  'src/help/index.ts': 'export const help = 1;',
  'src/app/lazyFeatures.ts': "export const panel = () => import('./panel/index'); export const help = () => import('../help/index'); export const delivery = () => import('../delivery/index');",
  'src/app/createApp.ts': "import { host } from '../host/index'; import { panel } from './lazyFeatures'; export const createApp = [host, panel];",
  'src/app/owner/index.ts': "import { store } from '../../storage/index'; export const owner = store;",
  'src/app/launcher/index.ts': "import { launcherTexts } from '../../locale/launcherTexts'; import { createBarMover } from '../../ui/barMover'; export const launcher = [launcherTexts, createBarMover];",
  'src/app/parts.ts': "export interface Parts { readonly panel: typeof import('./panel/index') }",
  'src/app/panel/index.ts': "import type { Parts } from '../parts'; export { mount } from './mount'; export type Own = Parts;",
  'src/app/panel/mount.tsx': "import { BundlePanel } from '../../questions/views/index'; export const mount = BundlePanel;",
  'src/api/createSupport.ts': "import { createApp } from '../app/createApp'; import { doors } from '../loader/doors'; export const createSupport = [createApp, doors];",
  'src/loader/doors.ts': "import { startFirewall } from '../ui/firewall'; export const doors = startFirewall;",
  'src/loader/index.ts': "import { doors } from './doors'; export const start = () => [doors, import('../support')];",
  'src/support.ts': "export { createSupport } from './api/createSupport';",
  'src/index.ts': "export { createSupport } from './api/createSupport';",
  'src/testing/index.ts': "import type { Item } from '../delivery/index'; import { submission } from '../protocol/index'; export const fake = (item: Item) => [item, submission];",
  'demo/receiver/app.ts': "import { submission } from '../../src/protocol/index'; import { scrubText } from '../../src/privacy/rules'; export const app = [submission, scrubText];",
  'demo/host/main.tsx': "import { createSupport } from '../../src/index'; export const main = createSupport;",
}; // prettier-ignore

/** Rule, the file that breaks it, and how. The file's other rules are not of interest. */
const PLANTED: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['no-cycles', 'src/questions/round.ts', "import { trip } from './trip'; export const round = trip;"],
  ['no-cycles', 'src/host/one.ts', "import type { Other } from './other'; export type One = Other[];"],
  ['foundation-imports-nothing', 'src/foundation/bad.ts', "import { nl } from '../locale/nl'; export const bad = nl;"],
  ['base-imports-base-only', 'src/protocol/bad.ts', "import { host } from '../host/index'; export const bad = host;"],
  ['services-stay-below-features', 'src/host/bad.ts', "import { help } from '../help/index'; export const bad = help;"],
  ['services-are-strangers', 'src/host/stranger.ts', "import { Button } from '../ui/index'; export const bad = Button;"],
  ['storage-is-for-delivery-only', 'src/ui/bad.ts', "import { store } from '../storage/index'; export const bad = store;"],
  ['features-are-strangers', 'src/help/stranger.model.ts', "import { questions } from '../questions/index'; export const bad = questions;"],
  ['designer-previews-hints-only', 'src/designer/views/bad.tsx', "import { help } from '../../help/index'; export const bad = help;"],
  ['features-use-ports-not-adapters', 'src/help/adapter.model.ts', "import { delivery } from '../delivery/index'; export const bad = delivery;"],
  ['app-is-below-api', 'src/app/bad.ts', "import { createSupport } from '../api/createSupport'; export const bad = createSupport;"],
  ['doors-only', 'src/app/panel/bad.tsx', "import { BundlePanel } from '../../questions/views/BundlePanel'; export const bad = BundlePanel;"],
  ['lazy-features-load-lazily', 'src/app/panel/eager.tsx', "import { help } from '../../help/index'; export const bad = help;"],
  ['core-without-panel', 'src/app/heavy.ts', "import { questions } from '../questions/index'; export const bad = questions;"],
  ['core-without-panel', 'src/app/keeping.ts', "import { store } from '../storage/index'; export const bad = store;"],
  ['one-file-loads-lazily', 'src/app/lazy.ts', "export const bad = () => import('../help/index');"],
  ['loader-stands-alone', 'src/loader/bad.ts', "import { id } from '../foundation/id'; export const bad = id;"],
  ['api-shares-the-doors-only', 'src/api/bad.ts', "import { start } from '../loader/index'; export const bad = start;"],
  ['testing-is-for-integrators', 'src/app/testing.ts', "import { fake } from '../testing/index'; export const bad = fake;"],
  ['testing-knows-ports-only', 'src/testing/bad.ts', "import { delivery } from '../delivery/index'; export const bad = delivery;"],
  ['own-sender-by-its-doors', 'src/testing/contract/testPerson.ts', "import { store } from '../../storage/index'; export const bad = store;"],
  ['domain-is-pure', 'src/questions/impure.ts', "import type { DraftStore } from './ports'; export type Bad = DraftStore;"],
  ['domain-is-pure', 'src/questions/packaged.ts', "import ky from 'ky'; export const bad = ky;"],
  ['signals-only-in-models-and-views', 'src/host/browser/bad.ts', "import { signal } from '@preact/signals-core'; export const bad = signal;"],
  ['models-know-no-preact', 'src/questions/bad.model.ts', "import { h } from 'preact'; export const bad = h;"],
  ['preact-only-in-views', 'src/ui/plain.ts', "import { h } from 'preact'; export const bad = h;"],
  ['one-door-for-ky', 'src/delivery/browser/bad.ts', "import ky from 'ky'; export const bad = ky;"],
  ['one-door-for-idb-keyval', 'src/storage/browser/bad.ts', "import { get } from 'idb-keyval'; export const bad = get;"],
  ['one-door-for-minisearch', 'src/help/bad.ts', "import mini from 'minisearch'; export const bad = mini;"],
  ['one-door-for-positioning', 'src/ui/place.ts', "import { place } from '@floating-ui/dom'; export const bad = place;"],
  ['demo-uses-the-published-door', 'demo/host/bad.ts', "import { createApp } from '../../src/app/createApp'; export const bad = createApp;"],
  ['drawing-uses-doors-and-texts', 'demo/inbox/drawing/bad.ts', "import { createApp } from '../../../src/app/createApp'; export const bad = createApp;"],
  ['gallery-uses-doors-and-texts', 'demo/gallery/bad.ts', "import { createApp } from '../../src/app/createApp'; export const bad = createApp;"],
  ['receiver-shares-rules-only', 'demo/receiver/bad.ts', "import { scrubText } from '../../src/privacy/index'; export const bad = scrubText;"],
  ['product-knows-no-demo', 'src/host/demo.ts', "import { main } from '../../demo/host/main'; export const bad = main;"],
]; // prettier-ignore

const OTHER_HALVES = {
  'src/questions/trip.ts': "import { round } from './round'; export const trip: unknown = round;",
  'src/host/other.ts': "import type { One } from './one'; export type Other = One[];",
};
const PACKAGES = ['preact', '@preact/signals-core', 'ky', 'idb-keyval', 'minisearch', '@floating-ui/dom'];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

const folder = mkdtempSync(join(tmpdir(), 'support-layers-'));

const write = (file: string, code: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
};

/** Runs the real configuration on the tree in the temporary folder. */
const violations = (): readonly string[] => {
  const command = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, '--config', 'config/depcruise.cjs', '--output-type', 'json', 'src', 'demo'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const found = (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations; // dependency-cruiser's own format
  return found.map(({ rule, from }) => `${rule.name} ${from}`);
};

beforeAll(() => {
  cpSync('config/depcruise.cjs', join(folder, 'config/depcruise.cjs'));
  cpSync('tsconfig.json', join(folder, 'tsconfig.json'));
  for (const [file, code] of Object.entries(CLEAN)) write(file, code);
  for (const name of PACKAGES) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }),
    );
    write(`node_modules/${name}/index.js`, 'export default 1;');
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('layers', () => {
  it('accepts a tree in which everyone keeps to the map', () => {
    expect(violations()).toEqual([]);
  });

  it('catches each planted import by the rule that forbids it', () => {
    for (const [file, code] of Object.entries(OTHER_HALVES)) write(file, code);
    for (const [, file, code] of PLANTED) write(file, code);
    const found = violations();
    expect(PLANTED.map(([rule, file]) => `${rule} ${file}`).filter((planted) => !found.includes(planted))).toEqual([]);
  });

  it('has a planted import for every rule', () => {
    const rules = execFileSync(process.execPath, [
      '-p',
      "require('./config/depcruise.cjs').forbidden.map((rule) => rule.name).join()",
    ]);
    expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(String(rules).trim().split(',').sort());
  });
});
