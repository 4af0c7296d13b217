import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { resolve as absolute } from 'node:path';
import { rollup } from 'rollup';
import { cssSheet } from '../rollup/cssSheet.mjs';
import { transpile } from '../rollup/transpile.mjs';

const ENTRY = `
import { renderPage } from '${absolute('src/capture/browser/renderPage.ts')}';
import { freezePage } from '${absolute('src/capture/moment/browser/freezePage.ts')}';
import { freezePageCalmly } from '${absolute('src/capture/moment/browser/freezePageCalmly.ts')}';
globalThis.ours = { freezePage, freezePageCalmly, renderPage };
`;

/** Bundles our engine as a page would have it, minified. */
export const bundleOurs = async (file) => {
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? ENTRY : null) },
      cssSheet(),
      resolve({ browser: true, extensions: ['.ts', '.mjs', '.js'] }),
      transpile(),
      terser({ ecma: 2022 }),
    ],
  });
  await bundle.write({ file, format: 'iife' });
  await bundle.close();
};
