/** Draws which folder imports which, as Mermaid, into `src/README.md`. `--check` only says whether the drawing is still true. */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { binary, isStarted, main } from './cli.mjs';

const FILE = 'src/README.md';
const PLACE = /(<!-- layers:begin -->\n)[\s\S]*?(<!-- layers:end -->)/;
const FOLDER = /^src\/([^/]+)\/|^src\/(index)\.ts$/;

const folderOf = (path) => {
  const [, folder, index] = FOLDER.exec(path) ?? [];
  return folder ?? index;
};

/** The imports between folders: `app ..> help` for one that loads lazily, `app --> host` for one that does not. */
const arrowsBetween = (modules) => {
  const arrows = new Map();
  for (const { source, dependencies } of modules) {
    for (const { resolved, dynamic } of dependencies) {
      const [from, to] = [folderOf(source), folderOf(resolved)];
      if (!from || !to || from === to) continue;
      const isStatic = arrows.get(`${from} ${to}`) || !dynamic;
      arrows.set(`${from} ${to}`, isStatic);
    }
  }
  return [...arrows].sort(([a], [b]) => (a < b ? -1 : 1));
};

const draw = (arrows) => {
  const lines = arrows.map(([pair, isStatic]) => `  ${pair.replace(' ', isStatic ? ' --> ' : ' -.-> ')}`);
  return `\`\`\`mermaid\nflowchart TD\n${lines.join('\n')}\n\`\`\`\n`;
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const depcruise = await binary('dependency-cruiser', 'depcruise');
    const args = [depcruise, '--config', 'config/depcruise.cjs', '--output-type', 'json', 'src'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const drawing = draw(arrowsBetween(JSON.parse(stdout).modules));
    const text = await readFile(FILE, 'utf8');
    const next = text.replace(PLACE, (_all, begin, end) => `${begin}\n${drawing}\n${end}`);
    if (!process.argv.includes('--check')) return writeFile(FILE, next);
    if (next !== text) throw new Error(`The drawing in ${FILE} is out of date: run "npm run layers:draw".`);
  });
}
