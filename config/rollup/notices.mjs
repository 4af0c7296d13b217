import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What may be bundled into something that care organisations ship. Anything else stops the build. */
const ALLOWED = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0', 'ISC', '0BSD']);

/** `…/node_modules/@preact/signals/dist/x.mjs` gives `…/node_modules/@preact/signals`; our own files give nothing. */
const packageFolder = (id) => id.replace(/^\0/, '').match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.[0];

const readPackage = async (folder) => {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED.has(license))
    throw new Error(
      `${name} ${version} has the licence "${license}", which may not be bundled (config/rollup/notices.mjs).`,
    );
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file
    ? (await readFile(join(folder, file), 'utf8')).trim()
    : `Published under the ${license} licence; the package holds no text of it.`;
  return { name, version, license, text };
};

const page = ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`;

/** Writes `NOTICES`, the licence texts of every package of which code was bundled, and refuses a licence that is not allowed. */
export const createNotices = () => {
  const folders = new Set();

  const plugin = () => ({
    name: 'notices',
    async writeBundle(output, bundle) {
      for (const { modules = {} } of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const folder = renderedLength > 0 && packageFolder(id);
          if (folder) folders.add(folder);
        }
      }
      const packages = await Promise.all([...folders].sort().map(readPackage));
      const dir = output.dir ?? dirname(output.file);
      await writeFile(join(dir, 'NOTICES'), packages.map(page).join(`\n${'-'.repeat(80)}\n\n`));
    },
  });

  return { plugin };
};
