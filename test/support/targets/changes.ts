/** What happens to a page between the day a place was recorded and the day a hint looks for it. Each changes the page in place. */
export type Change = (body: HTMLElement) => void;

const all = (body: ParentNode, selector: string): readonly HTMLElement[] => [
  ...body.querySelectorAll<HTMLElement>(selector),
];
const CONTROLS = 'button,input,select,textarea,a,h1,h2,h3,h4,h5,h6';
const HEADING = 'h1,h2,h3,h4,h5,h6,legend';

const make = (
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** Turns a name into what a build would make of it: the same for the same name. */
const hashed = (name: string): string => {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 0x7fffffff;
  return hash.toString(36);
};

const REFERENCES = ['for', 'aria-labelledby', 'aria-controls', 'aria-describedby', 'list'];

/** Ids that no person wrote, and marks that a compiler leaves. */
const newBuild: Change = (body) => {
  const generated = all(body, '[id]').filter(({ id }) => /\d{2}|[:«»]/.test(id));
  const next = new Map(generated.map(({ id }) => [id, `${id.replace(/\d+/g, '')}${hashed(id)}`]));
  for (const element of generated) element.id = next.get(element.id) ?? '';
  for (const name of REFERENCES) {
    for (const element of all(body, `[${name}]`)) {
      const before = element.getAttribute(name) ?? '';
      element.setAttribute(
        name,
        before.replace(/\S+/g, (id) => next.get(id) ?? id),
      );
    }
  }
  for (const element of all(body, 'div,section,form,button,a')) element.setAttribute(`data-v-${hashed('build')}`, '');
};

const hashedClasses: Change = (body) => {
  for (const element of all(body, '[class]')) {
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
    element.setAttribute('class', classes.map((name) => `${name.slice(0, 2)}_${hashed(name)}`).join(' '));
  }
};

const wrappers: Change = (body) => {
  for (const element of all(body, CONTROLS)) {
    const wrapper = make('span', { class: 'field-wrapper' });
    element.replaceWith(wrapper);
    wrapper.append(element);
  }
};

const extraField: Change = (body) => {
  const forms = all(body, 'form').length > 0 ? all(body, 'form') : all(body, 'main');
  for (const [index, form] of (forms.length > 0 ? forms : [body]).entries()) {
    const id = `extra-veld-${hashed(String(index))}`;
    form.prepend(make('label', { for: id }, 'Extra veld'), make('input', { id, type: 'text', name: 'extra' }));
  }
};

const reversed = (parent: Element, children: readonly Element[]): void => {
  const marks = children.map((child) => {
    const mark = document.createComment('');
    child.replaceWith(mark);
    return mark;
  });
  for (const [index, mark] of marks.entries()) mark.replaceWith(children[children.length - 1 - index] ?? parent);
};

const sectionsReordered: Change = (body) => {
  for (const parent of [body, ...all(body, '*')]) {
    const parts = [...parent.children].filter(
      (child) => child.querySelector(HEADING) && !child.matches('script,style'),
    );
    if (parts.length > 1) reversed(parent, parts);
  }
};

const listsReordered: Change = (body) => {
  for (const parent of all(body, 'ul,ol,nav,tbody,select,[role=tablist],[role=menu]')) {
    const items = [...parent.children].filter(({ localName }) => localName === parent.lastElementChild?.localName);
    if (items.length > 1) reversed(parent, items);
  }
};

/** The language that `translated` speaks. */
export const OTHER_LANGUAGE = 'en';

const translate = (text: string): string =>
  text.replace(/\p{L}{2,}/gu, (word) => `${[...word].reverse().join('')}o`.toLowerCase());

/** The app in its other language; it says so. */
export const translated: Change = (body) => {
  document.documentElement.lang = OTHER_LANGUAGE;
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.nodeValue = translate(texts.currentNode.nodeValue ?? '');
  for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
    for (const element of all(body, `[${name}]`))
      element.setAttribute(name, translate(element.getAttribute(name) ?? ''));
  }
};

const testIdsRemoved: Change = (body) => {
  for (const name of ['data-testid', 'data-test', 'data-cy']) {
    for (const element of all(body, `[${name}]`)) element.removeAttribute(name);
  }
};

const bannerAndMenu: Change = (body) => {
  const close = make('button', { type: 'button' }, 'Sluiten');
  body.prepend(make('div', { role: 'status', class: 'banner' }, make('h2', {}, 'Onderhoud vanavond'), close));
  for (const list of all(body, 'nav ul,nav')) {
    const link = make('a', { href: '/nieuw' }, 'Nieuw');
    list.prepend(list.localName === 'ul' ? make('li', {}, link) : link);
  }
};

/** All of the page once more, with the same ids, in a dialog on top. */
const modalWithCopy: Change = (body) => {
  const copies = [...body.children]
    .filter(({ localName }) => localName !== 'script')
    .map((child) => child.cloneNode(true));
  body.append(make('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Bewerken' }, ...copies));
};

/** The changes of the suite, by the names of its table. In each the place that was recorded is still there. */
export const CHANGES: Readonly<Record<string, Change>> = {
  none: () => undefined,
  'new build hashes, new generated ids': newBuild,
  'hashed classes rebuilt': hashedClasses,
  'wrappers around everything': wrappers,
  'an extra field': extraField,
  'sections re-ordered': sectionsReordered,
  'lists re-ordered': listsReordered,
  'labels translated': translated,
  'test ids removed': testIdsRemoved,
  'a banner and a menu item': bannerAndMenu,
  'a modal with a copy of the page': modalWithCopy,
};
