import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One built file, as `dist/manifest.json` describes it. */
export interface BuiltFile {
  readonly bytes: number;
  readonly gzip: number;
  readonly integrity: string;
  readonly entry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** Answers what was built, by file name. */
export const builtFiles = (): Readonly<Record<string, BuiltFile>> =>
  (JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as { files: Record<string, BuiltFile> }).files; // written by config/rollup/manifest.mjs

/** Reads a built file. */
export const codeOf = (file: string): string => readFileSync(join('dist', file), 'utf8');

/** Answers a file and everything that is loaded with it, before anything is asked for lazily. */
export function loadedWith(start: string, files = builtFiles()): readonly string[] {
  const loaded = new Set<string>();
  const add = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const file = files[name];
    if (!file) throw new Error(`${name} is imported but not in the manifest`);
    file.imports.forEach(add);
  };
  add(start);
  return [...loaded];
}

/** Finds the one file that was made from a door, such as `panel` or `capture.views`. */
export function chunk(door: string, files = builtFiles()): string {
  const pattern = new RegExp(`^${door.replaceAll('.', '\\.')}-[\\w-]{8}\\.js$`);
  const found = Object.keys(files).filter((name) => pattern.test(name));
  const [file] = found;
  if (!file || found.length > 1) throw new Error(`${found.length} files were made from ${door}`);
  return file;
}

/** Adds up what a door costs over the line, in bytes, when `before` is loaded already. */
export function costOf(start: string, before: readonly string[] = []): number {
  const files = builtFiles();
  const already = new Set(before.flatMap((file) => loadedWith(file, files)));
  return loadedWith(start, files)
    .filter((file) => !already.has(file))
    .reduce((sum, file) => sum + (files[file]?.gzip ?? 0), 0);
}
