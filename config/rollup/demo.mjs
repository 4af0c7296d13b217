import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { cp, readdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cssSheet } from './cssSheet.mjs';
import { transpile } from './transpile.mjs';

const STATIC = /\.(html|css|svg|png|ico|webmanifest)$/;
const EXTENSIONS = ['.ts', '.tsx', '.mjs', '.js', '.json'];
const isOutside = (id) => /^(node:|@?[a-z])/i.test(id) && !id.startsWith('src/');

/** Copies pages, pictures and style sheets as they are, sub-folders included. */
const copyStatic = (from, to) => ({
  name: 'copy-static',
  async writeBundle() {
    const files = (await readdir(from, { recursive: true })).filter((file) => STATIC.test(file));
    await Promise.all(files.map((file) => cp(join(from, file), join(to, file))));
  },
});

const forBrowser = () => [cssSheet(), resolve({ browser: true, extensions: EXTENSIONS }), transpile()];

/** One page of the demo: host, inbox or gallery. Its own lazy imports become chunks beside it. */
const site = (name) => ({
  input: { main: `demo/${name}/main.tsx` },
  output: {
    dir: `.build/${name}`,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].chunk.js',
    sourcemap: true,
  },
  plugins: [...forBrowser(), copyStatic(`demo/${name}`, `.build/${name}`)],
});

/** A process of the demo: the server, or the commands on its data. Packages stay in node_modules. */
const inNode = (input, file) => ({
  input: `demo/server/${input}.ts`,
  external: isOutside,
  output: { file: `.build/${file}.mjs`, format: 'es', inlineDynamicImports: true, sourcemap: true },
  plugins: [resolve({ extensions: EXTENSIONS }), transpile()],
});

/** A small script that a browser test puts on a page of its own, whole in one file. */
const testPage = (file) => ({
  input: `test/browser/pages/${file}`,
  context: 'globalThis', // a library that is measured beside ours asks for `this`
  output: {
    file: `.build/pages/${basename(file).replace(/\.tsx?$/, '')}.js`,
    format: 'es',
    inlineDynamicImports: true,
    sourcemap: true,
  },
  plugins: forBrowser(),
});

/** A page of a bench, made as small as what ships. Its lazy imports become chunks beside it. */
export const benchPage = (input, dir) => ({
  input,
  output: { dir, format: 'es', chunkFileNames: '[name].chunk.js', plugins: [terser()] },
  plugins: forBrowser(),
});

const PAGES = 'test/browser/pages';

/** What the demo consists of. */
export const demo = [...['host', 'inbox', 'gallery'].map(site), inNode('main', 'server'), inNode('records', 'records')];

/** What the browser tests load, one build per entry in `test/browser/pages`. */
export const pages = readdirSync(PAGES)
  .filter((file) => /\.tsx?$/.test(file))
  .map(testPage);
