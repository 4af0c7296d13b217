import { relative } from 'node:path';
import ts from 'typescript';

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: 'preact',
  verbatimModuleSyntax: true,
  sourceMap: true,
};

/** What several builds of one run share: most pages import the same components. */
const done = new Map();

const transpileOnce = (code, id) => {
  const known = done.get(id);
  if (known?.code === code) return known.result;
  const result = ts.transpileModule(code, { compilerOptions: OPTIONS, fileName: id });
  done.set(id, { code, result });
  return result;
};

/** Takes the types off, file by file, without looking at other files: fast, and the typecheck is a step of its own. */
export const transpile = () => ({
  name: 'transpile',
  transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null;
    const { outputText, sourceMapText } = transpileOnce(code, id);
    const map = JSON.parse(sourceMapText);
    return {
      code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
      map: { ...map, sources: [relative(process.cwd(), id)] },
    };
  },
});
