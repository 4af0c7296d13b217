import type { Tree } from './coveredDocument';

/**
 * Does something to the style of trees without anything fading into it: a cover that comes in over the time of a transition
 * of the host would show what it covers meanwhile.
 */
export function holdStill(trees: Iterable<Tree>, act: () => void): void {
  const held = [...trees].map((tree) => ({ tree, sheet: stillSheet(tree) }));
  for (const { tree, sheet } of held) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  act();
  for (const { tree } of held) void (documentOf(tree).documentElement as HTMLElement | null)?.offsetWidth; // the new style holds from here on
  for (const { tree, sheet } of held)
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
}

function stillSheet(tree: Tree): CSSStyleSheet {
  const view = documentOf(tree).defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync('*,::before,::after{transition:none!important}');
  return sheet;
}

const documentOf = (tree: Tree): Document => ('host' in tree ? tree.ownerDocument : tree);
