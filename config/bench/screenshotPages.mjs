/** What pictures are taken of: pages of others as they come from npm, and generated ones of a known size. */

/** Where the bench installs what it measures (`measured/package.json`), outside the repository's own packages. */
export const FOLDER = '.build/bench/screenshots';

const ROOTS = {
  gentelella: 'gentelella/dist',
  'sb-admin-2': 'startbootstrap-sb-admin-2',
  'admin-lte': 'admin-lte',
  tabler: 'tabler-ui/dist',
  material: 'material-dashboard',
};

const template = (name, path) => ({
  name: `${name} ${path.split('/').slice(-2).join(' ').replace('.html', '').trim()}`,
  root: ROOTS[name],
  path,
});

/** Rows such as a dossier has, in the style of a plain application: eight elements a row. */
const tablePage = (nodes) => ({
  name: `${nodes.toLocaleString('en')} nodes`,
  root: '',
  path: '/',
  html: () => {
    const rows = Array.from(
      { length: Math.round(nodes / 8) },
      (_, row) =>
        `<tr class="${row % 2 ? 'odd' : 'even'}"><td>${row}</td><td><b>Naam ${row}</b></td><td><a href="#">C-${row}</a></td><td><span class="chip">Actief</span></td></tr>`,
    ).join('');
    return `<!doctype html><meta charset="utf-8"><title>Lijst</title><style>body{margin:0;font:14px/1.4 Arial,sans-serif;color:#1c2733}header{position:sticky;top:0;background:linear-gradient(90deg,#123a7a,#1d5fd0);color:#fff;padding:16px 24px}
      table{width:100%;border-collapse:collapse}td{padding:8px 12px;border-bottom:1px solid #dde3ea}tr.odd td{background:#f6f8fb}.chip{background:color-mix(in oklch,#14683a 18%,white);color:#14683a;border-radius:99px;padding:2px 10px;font-size:12px}a{color:oklch(50% .17 260)}</style>
      <header><b>Cliënten</b></header><main><table><tbody>${rows}</tbody></table></main>`;
  },
});

/** Web components of others: every part of the page stands in a shadow tree. */
const componentsPage = {
  name: 'shoelace components',
  root: '@shoelace-style/shoelace/cdn',
  path: '/bench.html',
  html: () => `<!doctype html><meta charset="utf-8"><title>Onderdelen</title><link rel="stylesheet" href="/themes/light.css"><script type="module" src="/shoelace.js"></script>
    <style>body{font-family:var(--sl-font-sans);margin:24px;display:grid;grid-template-columns:1fr 1fr;gap:20px}sl-card{width:100%}sl-button::part(base){letter-spacing:.02em}</style>
    <sl-card><div slot="header">Gegevens</div><sl-input label="Naam" value="Voorbeeld" help-text="Zoals op het pasje"></sl-input><br><sl-select label="Soort" value="a"><sl-option value="a">Bezoek</sl-option><sl-option value="b">Telefonisch</sl-option></sl-select><br><sl-textarea label="Notitie" value="Eerste regel"></sl-textarea></sl-card>
    <sl-card><sl-button variant="primary">Opslaan</sl-button> <sl-button>Annuleren</sl-button> <sl-badge variant="success" pill>Actief</sl-badge> <sl-tag>Wijk</sl-tag><br><br><sl-checkbox checked>Alleen bij spoed</sl-checkbox><br><sl-switch checked>Meekijken</sl-switch><br><sl-radio-group label="Keuze" value="1"><sl-radio value="1">Een</sl-radio><sl-radio value="2">Twee</sl-radio></sl-radio-group><br><sl-range value="40"></sl-range></sl-card>
    <sl-alert open variant="warning">Let op: nog niet ondertekend.</sl-alert><sl-progress-bar value="60"></sl-progress-bar>
    <sl-tab-group><sl-tab slot="nav" panel="one" active>Overzicht</sl-tab><sl-tab slot="nav" panel="two">Zorgplan</sl-tab><sl-tab-panel name="one">Inhoud van het eerste blad</sl-tab-panel></sl-tab-group>
    <sl-details summary="Meer" open>Tekst in een uitklapdeel.</sl-details><div>${'<sl-avatar initials="AB"></sl-avatar> '.repeat(8)}</div><sl-rating value="3"></sl-rating>`,
};

/** The reference pages of another library of this kind, one beside the other. */
const referencePage = {
  name: 'dom-to-image reference',
  root: 'dom-to-image/spec/resources',
  path: '/bench.html',
  html: async (read) => {
    const cases = [
      'bgcolor',
      'bigger',
      'border',
      'css-bg',
      'filter',
      'hash',
      'input',
      'pseudo',
      'scroll',
      'svg-rect',
      'text',
      'textarea',
    ];
    const parts = await Promise.all(
      cases.map(async (name) => [await read(`${name}/style.css`), await read(`${name}/dom-node.html`)]),
    );
    const scoped = parts.map(
      ([css, html], index) =>
        `<section><style>@scope{${css.replaceAll('#dom-node', '.dom-node')}}</style><div class="dom-node" id="node-${index}">${html}</div></section>`,
    );
    return `<!doctype html><meta charset="utf-8"><title>Proeven</title><style>body{margin:8px;display:grid;grid-template-columns:repeat(3,1fr);gap:8px;font:14px Arial}section{overflow:hidden;height:180px;border:1px solid #ccc}</style>${scoped.join('')}`;
  },
};

/** The fifteen pages. `short` says which tools the short form measures on it: `all`, or `ours` where the others take long. */
export const PAGES = [
  template('gentelella', '/production/index.html'),
  template('gentelella', '/production/tables_dynamic.html'),
  template('gentelella', '/production/form_advanced.html'),
  template('sb-admin-2', '/index.html'),
  template('sb-admin-2', '/tables.html'),
  template('admin-lte', '/pages/forms/general.html'),
  template('admin-lte', '/pages/UI/general.html'),
  template('tabler', '/index.html'),
  template('tabler', '/form-elements.html'),
  template('material', '/pages/dashboard.html'),
  { ...componentsPage, short: 'all' },
  { ...referencePage, short: 'all' },
  { ...tablePage(1000), short: 'all' },
  { ...tablePage(3000), short: 'ours' },
  { ...tablePage(10000), short: 'ours' },
];
