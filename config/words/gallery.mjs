/** Every component that a door offers has a scene in the gallery: there it is looked at, and there it is tested. */
import ts from 'typescript';

const DOOR = /^src\/(ui|[^/]+\/views)\/index\.ts$/;
const SCENE = /^demo\/gallery\/scenes\/.+\.scene\.tsx$/;
const isComponent = (name) => /^\p{Lu}.*\p{Ll}/u.test(name);
/** Hands something down and draws nothing of its own. */
const drawsNothing = (name) => name.endsWith('Provider');

const offeredBy = ({ path, text }) => {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lists = tree.statements.filter((node) => ts.isExportDeclaration(node) && !node.isTypeOnly && node.exportClause);
  const names = lists.flatMap(({ exportClause }) => (ts.isNamedExports(exportClause) ? exportClause.elements : []));
  return names.filter((element) => !element.isTypeOnly).map((element) => element.name.text);
};

/** Answers which components have no scene. */
export const galleryProblems = (files) => {
  const scenes = files.filter(({ path }) => SCENE.test(path)).map(({ text }) => text);
  const isShown = (name) => scenes.some((text) => new RegExp(`<${name}\\b|title: '${name}'`).test(text));
  return files
    .filter(({ path }) => DOOR.test(path))
    .flatMap((door) =>
      offeredBy(door)
        .filter((name) => isComponent(name) && !drawsNothing(name) && !isShown(name))
        .map((name) => ({
          rule: 'no-scene',
          path: door.path,
          line: 1,
          why: `${name} has no scene in demo/gallery/scenes`,
        })),
    );
};
