/** What is around an element, out of a shadow root too; ends at the top of its document. */
export const parentOf = (element: Element): Element | undefined => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return (root as Partial<ShadowRoot>).host; // a document has none
};

/** Tells whether somebody could see it. Styles are asked, layout is not. */
export const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
