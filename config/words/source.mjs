/** Rules on source files, as functions from a file (`{ path, text }`) to problems (`{ rule, path, line, why }`). */
import ts from 'typescript';
import {
  MAY_HOLD,
  NEVER_FIRST,
  NEVER_IN_CODE,
  NEVER_IN_FILES,
  NEVER_IN_NAMES,
  NEVER_LAST,
  SOFTWARE_CLIENT,
} from './glossary.mjs';

const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
]);
const HAS_LETTER = /\p{L}/u;
/** The key of a text, handed to a component that looks it up: `bundle.title`. */
const IS_KEY = /^[a-z]\w*(\.\w+)+$/;
const isProduct = (path) => path.startsWith('src/');
const isView = (path) => /^src\/(ui\/|app\/\w+\/|[^/]+\/(.+\/)?views\/).*\.tsx$/.test(path);

const parse = ({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

const lineOf = (tree, node) => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

const walk = (node, visit) => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

/** `createHTTPUrl` gives create, http, url. */
export const wordsIn = (name) =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .map((word) => word.toLowerCase());

const badName = (name, path) => {
  const words = wordsIn(name);
  const never = words.find((word) => Object.hasOwn(NEVER_IN_NAMES, word));
  if (never) return `"${name}" says "${never}"; say ${NEVER_IN_NAMES[never]}`;
  const last = /\p{Ll}/u.test(name) ? words.at(-1) : ''; // a constant may say what something looks like: LIKE_DATA
  if (Object.hasOwn(NEVER_LAST, last)) return `"${name}" ends in "${last}"; say ${NEVER_LAST[last]}`;
  if (NEVER_FIRST.test(name)) return `"${name}" says when it runs; say what it does`;
  if (SOFTWARE_CLIENT.test(name)) return `"${name}": a client is a person in care; say transport, host, browser`;
  if (isProduct(path) && words.includes('server')) return `"${name}" says "server"; say receiver`;
  return undefined;
};

const isDeclared = (node) =>
  ts.isVariableDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isMethodDeclaration(node);

/** Names that we declare ourselves. Members that the platform names are left alone. */
const names = (file) => {
  const tree = parse(file);
  const problems = [];
  walk(tree, (node) => {
    if (!isDeclared(node) || !node.name || !ts.isIdentifier(node.name)) return;
    const why = badName(node.name.text, file.path);
    if (why) problems.push({ rule: 'glossary', path: file.path, line: lineOf(tree, node.name), why });
  });
  return problems;
};

const fileName = ({ path }) =>
  path
    .replace(/\.[^/]+$/, '')
    .split('/')
    .flatMap(wordsIn)
    .filter((word) => NEVER_IN_FILES.includes(word))
    .map((word) => ({
      rule: 'file-name',
      path,
      line: 1,
      why: `"${word}" in a file name means that the name is not found yet`,
    }));

/** Only `src/privacy` clears. A cast would let anything through the gate that the types close. */
const castToCleared = (file) => {
  if (file.path.startsWith('src/privacy/') || file.path.startsWith('test/')) return [];
  const tree = parse(file);
  const problems = [];
  walk(tree, (node) => {
    if (!ts.isAsExpression(node) || !/\bCleared\b/.test(node.type.getText(tree))) return;
    problems.push({
      rule: 'as-cleared',
      path: file.path,
      line: lineOf(tree, node),
      why: 'only src/privacy makes Cleared<T>',
    });
  });
  return problems;
};

const literalIn = (node) => {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression))
    return node.expression.text;
  return undefined;
};

const spokenLiteral = (attribute) => {
  if (!SPOKEN.has(attribute.name.getText())) return undefined;
  const { initializer } = attribute;
  if (!initializer) return undefined;
  return ts.isStringLiteral(initializer) ? initializer.text : literalIn(initializer);
};

const isNative = (attribute) => {
  const { tagName } = attribute.parent.parent;
  return /^[a-z]/.test(tagName.getText());
};

const isChildOfTags = (node) =>
  node.parent !== undefined && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));

/** The words that a node of a view puts on the screen or into a screen reader, if it does. */
const wordsShown = (node) => {
  if (isChildOfTags(node)) return literalIn(node);
  return ts.isJsxAttribute(node) ? spokenLiteral(node) : undefined;
};

const nativeHandler = (node) => ts.isJsxAttribute(node) && /^on[A-Z]/.test(node.name.getText()) && isNative(node);

/** Views hold no words and no native handlers: texts have three registers, and events may be swallowed by the host. */
const views = (file) => {
  if (!isView(file.path)) return [];
  const tree = parse(file);
  const problems = [];
  const add = (rule, node, why) => problems.push({ rule, path: file.path, line: lineOf(tree, node), why });
  walk(tree, (node) => {
    const shown = wordsShown(node) ?? '';
    if (HAS_LETTER.test(shown) && !IS_KEY.test(shown))
      add('text-literal', node, `"${shown.trim()}" belongs in src/locale`);
    if (nativeHandler(node)) add('native-handler', node, `${node.name.getText()}: use on({ … }) of src/ui`);
  });
  return problems;
};

const commentsAt = (text, node) => [
  ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
  ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
];

/** The text with its comments blanked, every line where it was. */
const withoutComments = (file) => {
  let code = file.text;
  walk(parse(file), (node) => {
    if (ts.isJsxText(node)) return; // `// x` between tags is text
    for (const { pos, end } of commentsAt(file.text, node)) {
      code = code.slice(0, pos) + code.slice(pos, end).replace(/[^\n]/g, ' ') + code.slice(end);
    }
  });
  return code;
};

const refusedByPolicy = (file) => {
  if (!isProduct(file.path)) return [];
  const lines = withoutComments(file).split('\n');
  const refused = NEVER_IN_CODE.filter((needle) => !MAY_HOLD[needle]?.test(file.path));
  return lines.flatMap((line, index) =>
    refused
      .filter((needle) => line.includes(needle))
      .map((needle) => ({
        rule: 'refused-by-policy',
        path: file.path,
        line: index + 1,
        why: `"${needle}" is refused by the strict policy`,
      })),
  );
};

/** State at module level is shared by everybody who imports it, and survives destroy(). */
const moduleState = (file) => {
  if (!isProduct(file.path)) return [];
  const tree = parse(file);
  return tree.statements
    .filter((node) => ts.isVariableStatement(node) && !(node.declarationList.flags & ts.NodeFlags.Const))
    .map((node) => ({
      rule: 'module-state',
      path: file.path,
      line: lineOf(tree, node),
      why: 'no let at module level',
    }));
};

const RULES = [names, fileName, castToCleared, views, refusedByPolicy, moduleState];

/** Answers everything that is wrong with the files. */
export const sourceProblems = (files) => files.flatMap((file) => RULES.flatMap((rule) => rule(file)));
