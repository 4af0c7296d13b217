/** What has the focus in the tree that an element stands in: of a shadow tree only the tree itself tells. */
export const focusedIn = (element: Element): Element | null =>
  (element.getRootNode() as ShadowRoot | Document).activeElement; // an element on a page has one of these two
