/**
 * `npm run words`: names by the glossary, views without texts or native handlers, nothing that a strict policy refuses,
 * and the copy rules over the dictionaries. The rules and their reasons: CONTRIBUTING.md.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { isStarted, main } from './cli.mjs';
import { copyProblems } from './words/copy.mjs';
import { galleryProblems } from './words/gallery.mjs';
import { readUsage } from './words/keys.mjs';
import { sourceProblems } from './words/source.mjs';

const FOLDERS = ['src', 'demo', 'test'];
const DICTIONARIES = ['nl', 'nlFormal', 'en'];

const filesIn = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
};

/** Where dictionaries stand: the panel's own, and those that come with a chunk. */
const PLACES = ['src/locale', 'src/locale/editor', 'src/locale/designer', 'src/locale/findings'];
/** Dutch of later screens, which comes with their chunks. */
const SCREENS = [
  'nlReview',
  'nlConversations',
  'nlCapture',
  'nlMailing',
  'nlWaiting',
  'nlSignOut',
  'nlHints',
  'nlHintList',
];

/** Dictionaries import types only, so each can be loaded alone once its types are off. */
const loadOne = async (place, name) => {
  const text = await readFile(`${place}/${name}.ts`, 'utf8');
  const code = ts.transpile(text, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`))[name];
};

const loadDictionary = async (name) => {
  const later = name === 'nl' ? SCREENS.map((screen) => loadOne('src/locale', screen)) : [];
  return Object.assign({}, ...(await Promise.all([...PLACES.map((place) => loadOne(place, name)), ...later])));
};

const loadDictionaries = async () =>
  Object.fromEntries(await Promise.all(DICTIONARIES.map(async (name) => [name, await loadDictionary(name)])));

const isDictionary = ({ path }) =>
  PLACES.some((place) => [...DICTIONARIES, ...SCREENS].some((name) => path === `${place}/${name}.ts`));

/** What is on screen before a later chunk has arrived: its texts may not be in one of those. */
const FIRST_SCREENS = /^src\/(ui|app\/panel|app\/launcher|questions\/views)\//;

const lateTexts = async (product) => {
  const here = await loadOne('src/locale', 'nl');
  const asked = readUsage(product.filter(({ path }) => FIRST_SCREENS.test(path))).used.asked;
  return asked
    .filter((key) => !(key in here))
    .map((key) => `src/locale/nl.ts: "${key}" is shown before the chunk that brings it is here`);
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const files = (await Promise.all(FOLDERS.map(filesIn))).flat();
    const product = files.filter((file) => file.path.startsWith('src/') && !isDictionary(file));
    const source = [...sourceProblems(files), ...galleryProblems(files)].map(
      ({ rule, path, line, why }) => `${path}:${line} ${rule}: ${why}`,
    );
    const copy = copyProblems(await loadDictionaries(), readUsage(product)).map(
      ({ rule, language, key, why }) => `src/locale/${language}.ts "${key}" copy rule ${rule}: ${why}`,
    );
    const problems = [...source, ...copy, ...(await lateTexts(product))];
    for (const line of problems) console.log(line);
    if (problems.length) throw new Error(`${problems.length} problems with words.`);
  });
}
