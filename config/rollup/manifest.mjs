import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The script tag names the source that it leaves outside (`../support`); all others name a file of the same build. */
const asBuilt = (file) => (file.startsWith('../') ? `${file.slice('../'.length)}.js` : file.replace(/^\.\//, ''));

const isScript = (file) => /\.m?js$/.test(file);

/** Reads what is on disk, because that is what a browser gets: plugins may still have changed the code after rendering. */
const describeFile = async (dir, chunk) => {
  const bytes = await readFile(join(dir, chunk.fileName));
  return {
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    entry: chunk.isEntry,
    imports: chunk.imports.map(asBuilt),
    dynamicImports: chunk.dynamicImports.map(asBuilt),
  };
};

/**
 * Writes `manifest.json` beside the built files: per file its bytes, gzip size, integrity and imports.
 * Several builds share one manifest; each build replaces its own part, so a watch leaves no ghosts.
 */
export const createManifest = () => {
  const parts = new Map();

  const write = (dir) => {
    const files = Object.fromEntries([...parts.values()].flat().sort(([a], [b]) => (a < b ? -1 : 1)));
    return writeFile(join(dir, 'manifest.json'), `${JSON.stringify({ files }, null, 2)}\n`);
  };

  const plugin = () => {
    const part = Symbol('one build');
    return {
      name: 'manifest',
      async writeBundle(output, bundle) {
        const dir = output.dir ?? dirname(output.file);
        const chunks = Object.values(bundle).filter(({ type, fileName }) => type === 'chunk' && isScript(fileName));
        parts.set(
          part,
          await Promise.all(chunks.map(async (chunk) => [chunk.fileName, await describeFile(dir, chunk)])),
        );
        await write(dir);
      },
    };
  };

  return { plugin };
};
