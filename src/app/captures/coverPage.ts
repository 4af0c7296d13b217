import type { Undo } from '../../foundation/lifetime';
import type { LiveMask } from '../../privacy/live';
import type { PanelParts } from '../panel/lazyParts';

/** Covers the page until it is ended. `onBlocked` is told when most of what is on screen may never be shown. */
export type CoverPage = (onBlocked?: (isBlocked: boolean) => void) => LiveMask;

/** Fetches what covers the page as the host's settings say. Our own elements stay as they are. */
export async function pageCover({ app, lazy, root, view }: PanelParts): Promise<CoverPage> {
  const { createDictionary, maskLivePage } = await lazy.live();
  const names = ownNames(root);
  return (onBlocked) => {
    const { interfaceTexts, interfaceAssets } = app.settings.peek().privacy;
    return maskLivePage(view.document, {
      dictionary: createDictionary(interfaceTexts),
      interfaceAssets,
      own: ({ localName }) => names.includes(localName),
      ...(onBlocked && { onBlocked }),
    });
  };
}

/** Takes our own elements out of sight until undone. By their opacity: the focus stays where it is. */
export function hideOwn({ root, view }: PanelParts): Undo {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*,::backdrop{opacity:0!important;transition:none!important;animation:none!important}');
  const trees = [...view.document.querySelectorAll(ownNames(root).join())].flatMap(
    ({ shadowRoot }) => shadowRoot ?? [],
  );
  for (const tree of trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  return () => {
    for (const tree of trees) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

const ownNames = ({ localName }: Element): readonly string[] => [localName, `${localName}-bar`];
