/** Fifteen kinds of places where a text of a person may stand, in five styles of hosts. Every place has a canary of its own. */

/** A place and who stands in it. */
export interface Place {
  readonly kind: string;
  /** A name and a number, a BSN that passes the 11-test or a birth date: nothing of it may be found. */
  readonly canary: string;
  /** Whether a reader sees it on the page; the others only stand in bytes. */
  readonly isVisible: boolean;
  html(canary: string): string;
}

const drawn = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="420" height="34"><rect width="420" height="34" fill="white"/><text x="4" y="24" font-family="Arial" font-size="20" fill="black">${text}</text></svg>`)}`;

const place = (kind: string, canary: string, html: (canary: string) => string): Place => ({
  kind,
  canary,
  html,
  isVisible: true,
});
const unseen = (kind: string, canary: string, html: (canary: string) => string): Place => ({
  ...place(kind, canary, html),
  isVisible: false,
});

export const PLACES: readonly Place[] = [
  place('text', 'Zonnebloem 123456782', (text) => `<p>${text}</p>`),
  place('value', 'Kwartelbosch 12-03-1941', (text) => `<input value="${text}">`),
  place('placeholder', 'Vlinderdas 111222333', (text) => `<input placeholder="${text}">`),
  place(
    'option',
    'Merelkamp 04-11-1938',
    (text) => `<select><option>Kies</option><option selected>${text}</option></select>`,
  ),
  unseen('title', 'Dennenkoning 987654329', (text) => `<p title="${text}">Naam</p>`),
  unseen(
    'alt and aria-label',
    'Hazelaarman 23-07-1950',
    (text) => `<button aria-label="${text}">Opslaan</button><img alt="${text}" width="20" height="20">`,
  ),
  place('attribute shown by ::before', 'Roodborstje 135792464', (text) => `<p class="attr" data-person="${text}"></p>`),
  place(
    'style',
    'Wintergroen 30-01-1947',
    (text) => `<style>.styled::before{content:"${text}"}</style><p class="styled"></p>`,
  ),
  place('canvas', 'Berkenstein 246813573', (text) => `<canvas width="420" height="34" data-text="${text}"></canvas>`),
  place(
    'text of a drawing',
    'Lijsterbes 17-09-1933',
    (text) =>
      `<svg width="420" height="34"><title>${text}</title><text x="4" y="24" font-family="Arial" font-size="20">${text}</text></svg>`,
  ),
  place('shadow tree', 'Waterlelie 192837465', (text) => `<host-card text="${text}"></host-card>`),
  place(
    'frame',
    'Eikenlaan 08-05-1929',
    (text) => `<iframe srcdoc="<body style='margin:4px;font:20px Arial;background:white'>${text}</body>"></iframe>`,
  ),
  place(
    'background picture',
    'Kastanjehof 314159267',
    (text) => `<div class="back" style="background-image:url(&quot;${drawn(text)}&quot;)"></div>`,
  ),
  place(
    'rich text and table cell',
    'Sparrenwoud 26-12-1944',
    (text) => `<table><tbody><tr><td><div contenteditable="true">${text}</div></td></tr></tbody></table>`,
  ),
  unseen(
    'hidden field and comment',
    'Populierstra 271828184',
    (text) => `<input type="hidden" value="${text}"><!-- ${text} --><template>${text}</template>`,
  ),
];

/** Style sheets as hosts have them. */
export const HOST_STYLES: Readonly<
  Record<string, { readonly css: string; wrap(kind: string, inner: string): string }>
> = {
  'bare HTML': { css: '', wrap: (kind, inner) => `<div><b>${kind}</b>${inner}</div>` },
  'a component framework': {
    css: `:root{--bs-border:#dee2e6;--bs-body:#212529}*,*::before,*::after{box-sizing:border-box}body{color:var(--bs-body);background:#f8f9fa}.card{border:1px solid var(--bs-border);border-radius:.375rem;padding:.4rem .8rem;background:#fff}input,select{width:100%;border:1px solid var(--bs-border);border-radius:.375rem;padding:.3rem .75rem;background:#fff}`,
    wrap: (kind, inner) =>
      `<div class="card"><b class="card-title">${kind}</b><div class="card-body">${inner}</div></div>`,
  },
  'shadow trees': {
    css: 'body{background:#fef7ff;color:#1d1b20}material-card{display:block}',
    wrap: (kind, inner) => `<material-card label="${kind}">${inner}</material-card>`,
  },
  'a table layout of 2012': {
    css: 'td{font-size:20px;border:1px solid #999;background:#eef}',
    wrap: (kind, inner) =>
      `<table width="100%" cellpadding="2" border="1"><tbody><tr bgcolor="#ddeeff"><td width="160"><font color="#003366">${kind}</font></td><td>${inner}</td></tr></tbody></table>`,
  },
  'utility classes in the dark': {
    css: '.dark{background:#0b1220;color:#e5edf7}.flex{display:flex;gap:.5rem;align-items:center}.p-2{padding:.25rem .5rem}.bg-slate-800\\/50{background:rgb(30 41 59 / .5)}.rounded{border-radius:.25rem}@layer base{input,select{background:#111c30;color:#e5edf7;border:1px solid #334155}::placeholder{color:#e5edf7}}canvas,svg,iframe,.back{filter:invert(1)}',
    wrap: (kind, inner) => `<div class="flex p-2 rounded bg-slate-800/50"><b>${kind}</b>${inner}</div>`,
  },
};

const COMMON = `body{margin:8px;font:20px "Liberation Sans",Arial,sans-serif}main{display:grid;grid-template-columns:1fr 1fr;gap:6px 12px}p{margin:2px 0}input,select,[contenteditable]{font:inherit;width:420px}b{font-size:18px}
  iframe{width:420px;height:40px;border:0}.attr::before{content:attr(data-person)}.back{width:420px;height:34px}canvas,svg{display:block;background:white}`;

const SCRIPT = `
for (const canvas of document.querySelectorAll('canvas')) { const pen = canvas.getContext('2d'); pen.fillStyle = 'white'; pen.fillRect(0, 0, 420, 34); pen.fillStyle = 'black'; pen.font = '20px Arial'; pen.fillText(canvas.dataset.text, 4, 24); }
customElements.define('host-card', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); const line = document.createElement('p'); line.textContent = this.getAttribute('text'); root.append(line); } });
customElements.define('material-card', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); const sheet = new CSSStyleSheet(); sheet.replaceSync(':host{padding:6px 12px;border-radius:12px;background:#fff}b{font-size:18px;color:#6750a4}::slotted(p){font-style:normal}'); root.adoptedStyleSheets = [sheet]; const name = document.createElement('b'); name.textContent = this.getAttribute('label'); root.append(name, document.createElement('slot')); } });`;

/** The page of one style with a canary in every kind of place. */
export function pageIn(style: string): { readonly head: string; readonly body: string } {
  const { css = '', wrap = (_: string, inner: string) => inner } = HOST_STYLES[style] ?? {};
  const places = PLACES.map(({ kind, canary, html }) => wrap(kind, html(canary)));
  return {
    head: `<style>${COMMON}${css}</style>`,
    body: `<main class="${style.includes('dark') ? 'dark' : ''}">${places.join('')}</main><script>${SCRIPT}</script>`,
  };
}
