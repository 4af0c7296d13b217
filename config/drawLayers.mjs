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

const ARROWS = { static: '-->', lazy: '-.->', types: '-. types .->' };
const WEIGHT = ['types', 'lazy', 'static'];

/** `typeof import('…')` is how a lazy chunk is typed, so it counts as lazy. */
const kindOf = ({ dynamic, dependencyTypes }) => {
  if (dynamic || dependencyTypes.includes('type-import')) return 'lazy';
  return dependencyTypes.includes('type-only') ? 'types' : 'static';
};

/** The imports between folders, each pair once, with the heaviest way in which one loads the other. */
const arrowsBetween = (modules) => {
  const arrows = new Map();
  for (const { source, dependencies } of modules) {
    for (const dependency of dependencies) {
      const [from, to] = [folderOf(source), folderOf(dependency.resolved)];
      if (!from || !to || from === to) continue;
      const kinds = [kindOf(dependency), arrows.get(`${from} ${to}`) ?? 'types'];
      arrows.set(`${from} ${to}`, WEIGHT[Math.max(...kinds.map((kind) => WEIGHT.indexOf(kind)))]);
    }
  }
  return [...arrows].sort(([a], [b]) => (a < b ? -1 : 1));
};

const draw = (arrows) => {
  const lines = arrows.map(([pair, kind]) => `  ${pair.replace(' ', ` ${ARROWS[kind]} `)}`);
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
