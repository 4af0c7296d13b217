/** How the code uses the keys of the dictionaries: which ones, and which ones are the name of a button. */
import ts from 'typescript';

const walk = (node, visit) => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const parse = ({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

const isTranslate = (node) => ts.isCallExpression(node) && /(^|\.)t$/.test(node.expression.getText());

const keysIn = (node) => {
  const keys = [];
  walk(node, (child) => {
    if (isTranslate(child) && child.arguments[0] && ts.isStringLiteralLike(child.arguments[0]))
      keys.push(child.arguments[0].text);
  });
  return keys;
};

/** Children of `<Button>` and the `name` of `<IconButton>`. */
const buttonKeys = (tree) => {
  const keys = [];
  walk(tree, (node) => {
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Button')
      keys.push(...node.children.flatMap(keysIn));
    if (ts.isJsxSelfClosingElement(node) && node.tagName.getText() === 'IconButton') keys.push(...keysIn(node));
  });
  return keys;
};

/**
 * Reads the usage from the source files that are not dictionaries.
 * A key counts as used when it stands somewhere as a text, or when a template begins like it (`kind.${kind}`).
 */
export const readUsage = (files) => {
  const texts = new Set();
  const beginnings = new Set();
  const asked = new Set();
  const buttons = new Set();
  for (const tree of files.map(parse)) {
    walk(tree, (node) => {
      if (ts.isStringLiteralLike(node)) texts.add(node.text);
      if (ts.isTemplateHead(node) && /^[a-z][\w.]*\.$/i.test(node.text)) beginnings.add(node.text);
    });
    for (const key of keysIn(tree)) asked.add(key);
    for (const key of buttonKeys(tree)) buttons.add(key);
  }
  const isUsed = (key) => texts.has(key) || [...beginnings].some((beginning) => key.startsWith(beginning));
  return { used: { isUsed, asked: [...asked] }, buttons };
};
