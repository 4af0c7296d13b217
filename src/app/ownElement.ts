/** Marks that tell the well-known session recorders to leave an element out. */
const RECORDER_MARKS = {
  'data-dd-privacy': 'hidden',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  class: 'ph-no-capture rr-block sentry-block fs-exclude',
};

/** Creates one of our two elements: outside the body, marked, with an open shadow root. */
export function createOwnElement(page: Document, name: string): HTMLElement {
  const element = page.createElement(name);
  for (const [mark, value] of Object.entries(RECORDER_MARKS)) element.setAttribute(mark, value);
  if (!element.shadowRoot) element.attachShadow({ mode: 'open' });
  return element;
}
