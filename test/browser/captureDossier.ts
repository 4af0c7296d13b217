/** The people of a dossier page. Every member is a canary: none of it may be in a picture. */
export interface DossierPeople {
  readonly client: string;
  readonly bsn: string;
  readonly born: string;
  readonly contact: string;
  readonly phone: string;
  readonly report: string;
  readonly colleague: string;
  readonly room: string;
}

/** Invented; the numbers pass the 11-test. */
export const ZONNEBLOEM: DossierPeople = {
  client: 'Wilhelmina Zonnebloem',
  bsn: '123456782',
  born: '12-03-1941',
  contact: 'Hendrik Kwartelbosch',
  phone: '06-48151623',
  report:
    'Mevrouw Zonnebloem was vannacht onrustig en vroeg naar haar zoon Hendrik. Medicatie Fictiefazepam gegeven om 03:15 uur. Ze heeft daarna goed geslapen en bij het ontbijt twee boterhammen gegeten. Graag morgen opnieuw de bloeddruk meten voor zij opstaat.',
  colleague: 'Quirine Vlinderdas',
  room: 'Merelkamer 214',
};

/** Letters and digits that are equally wide in the font of the page, each followed by what takes its place. */
const EQUALLY_WIDE = [
  'bdghnopqub',
  'aea',
  'kvsyxck',
  'ijli',
  'tft',
  'ABEKPSVXYA',
  'CDHNRUC',
  'GOQG',
  'FTZF',
  '01234567890',
];

/** Other texts that take the same place, letter by letter: only what is covered differs. */
const otherwise = (text: string): string =>
  text.replace(/./gu, (sign) => {
    const row = EQUALLY_WIDE.find((signs) => signs.includes(sign)) ?? '';
    return row[row.indexOf(sign) + 1] ?? sign;
  });

/** Other people, whose every text is another one of the same width. */
export const OTHERS = Object.fromEntries(
  Object.entries(ZONNEBLOEM).map(([key, text]) => [key, otherwise(text as string)]),
) as unknown as DossierPeople; // the same keys

/** The host's own texts. */
export const CATALOGUE = [
  'Voorbeeldzorg',
  'Cliënten',
  'Agenda',
  'Rapportage',
  'Medicatie',
  'Instellingen',
  'Uitloggen',
  'Dossier',
  'Persoonsgegevens',
  'Naam',
  'BSN',
  'Geboren',
  'Kamer',
  'Eerste contact',
  'Telefoon',
  'Overzicht',
  'Zorgplan',
  'Documenten',
  'Opslaan',
  'Annuleren',
  'Nieuwe rapportage',
  'Laatste rapportages',
  'Datum',
  'Geschreven door',
  'Tekst',
  'Actief',
  'Afspraken deze week',
  '{n} afspraken',
  'Soort',
  'Zoek een cliënt',
  'Notitie',
  'Wijk',
  'Toon meer',
  'Gewicht',
  'Handtekening',
  'Meekijken',
  'Let op',
  'Alleen bij spoed',
  'Vandaag',
  'Kies een soort',
  'Bezoek',
  'Telefonisch',
  'Deze gegevens ziet alleen het team.',
  'Nog niet ondertekend',
  'Ingesloten formulier',
  'Voornaam',
];

const STYLE = (p: DossierPeople): string => `
@layer base { body { margin: 0; color: #1c2733 } }
:root { --ink: #1c2733; --blue: #1d5fd0; --line: #dde3ea; --client-name: "${p.client}"; --client: ${p.client}; --bsn: ${p.bsn} }
* { box-sizing: border-box }
body { font: 14px/1.45 "Liberation Sans", Arial, sans-serif; background: #f4f6f9; color: var(--ink) }
header { display: flex; align-items: center; gap: 24px; height: 56px; padding: 0 24px; background: linear-gradient(90deg, #123a7a, #1d5fd0); color: #fff; position: sticky; top: 0; z-index: 5 }
header b { font-size: 17px } header nav { display: flex; gap: 18px; flex: 1 }
header a { color: #dce7ff; text-decoration: none } header a[aria-current="page"] { color: #fff; font-weight: 700; border-bottom: 2px solid #fff }
.layout { display: grid; grid-template-columns: 220px 1fr; gap: 24px; padding: 24px; max-width: 1280px }
aside { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 12px }
aside ul { list-style: none; margin: 8px 0 0; padding: 0 } aside li { padding: 7px 8px; border-radius: 6px; display: flex; justify-content: space-between }
aside li.on { background: #e8f0fe; font-weight: 600 } aside li:nth-child(even):not(.on) { background: #fafbfc }
.card { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; margin-bottom: 18px; box-shadow: 0 1px 2px rgba(20, 40, 80, .06) }
h1 { font-size: 24px; margin: 0 0 4px } h2 { font-size: 16px; margin: 0 0 12px }
.title { display: flex; align-items: center; gap: 14px; margin-bottom: 16px }
.avatar { width: 56px; height: 56px; border-radius: 50% }
.chip { background: #e2f4e8; color: #14683a; border-radius: 99px; padding: 2px 10px; font-size: 12px }
.chip::before { content: "● "; font-size: 9px } .who::before { content: "${p.client}"; color: #667; margin-right: 6px } .attr::after { content: attr(data-born); color: #667 }
[data-name="${p.client}"] { border-left: 3px solid #e0a100; padding-left: 8px }
.photo { width: 120px; height: 60px; background: url("https://pages.test/photo.png?client=${encodeURIComponent(p.client)}&bsn=${p.bsn}") center/cover, #ccd }
dl { display: grid; grid-template-columns: 130px 1fr 130px 1fr; gap: 8px 12px; margin: 0 } dt { color: #5b6875 } dd { margin: 0; font-weight: 600 }
table { width: 100%; border-collapse: collapse } th { text-align: left; font-size: 12px; color: #5b6875; border-bottom: 2px solid var(--line); padding: 6px 8px }
td { border-bottom: 1px solid var(--line); padding: 8px; vertical-align: top }
form { display: grid; grid-template-columns: 1fr 1fr; gap: 12px } label { display: grid; gap: 4px; font-size: 12px; color: #5b6875 }
input, select, textarea { font: inherit; font-size: 14px; color: var(--ink); border: 1px solid #b9c3ce; border-radius: 6px; padding: 8px 10px; background: #fff }
textarea { min-height: 72px } .wide { grid-column: 1 / -1 }
button { font: inherit; font-weight: 600; border: 0; border-radius: 6px; padding: 9px 16px; background: var(--blue); color: #fff } button.quiet { background: #e8edf3; color: var(--ink) }
.editor { border: 1px dashed #b9c3ce; border-radius: 6px; padding: 8px 10px } .row { display: flex; gap: 10px; align-items: center }
.secret { padding: 10px 12px; background: #fff4d6; border-radius: 6px }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.icon { width: 18px; height: 18px; color: var(--blue) }
iframe { width: 100%; height: 90px; border: 1px solid var(--line); border-radius: 6px }
@media print { body { display: none } } @media (min-width: 5000px) { .card { background: red } }
@supports (display: grid) { .card { border-top-width: 1px } }
.card { & h2 { color: #24405f } &.last { margin-bottom: 0 } }
@container (min-width: 1px) { .never-mind { color: red } }
`;

const FRAME = (p: DossierPeople): string =>
  `<!doctype html><style>body{margin:10px;font:13px Arial,sans-serif;background:#fbfbf4}b{color:#1d5fd0}.${'klasse'}{color:#333}</style><b>Ingesloten formulier</b><p class="klasse" title="${p.client}">Voornaam: ${p.client} (${p.bsn})</p><input value="${p.born}">`;

const quote = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** The page of one client, with a canary in every kind of place. */
export function dossier(p: DossierPeople): { readonly head: string; readonly body: string } {
  return {
    head: `<style>${STYLE(p)}</style>`,
    body: `
<header data-client="${p.bsn}"><b>Voorbeeldzorg</b><nav><a href="/clients?zoek=${p.client}" aria-current="page">Cliënten</a><a href="/agenda">Agenda</a><a href="/rapportage">Rapportage</a></nav><span title="${p.colleague}">${p.colleague}</span><button class="quiet">Uitloggen</button></header>
<div class="layout" id="client-${p.bsn}">
<aside><label class="wide">Zoek een cliënt<input type="search" placeholder="${p.client}" aria-label="${p.client}"></label><h2>Cliënten</h2><ul><li class="on naam-${p.bsn}">${p.client}</li><li>${p.contact}</li><li data-support-unmask>Wijk</li></ul>
<p class="row"><svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><title>${p.client}</title><circle cx="12" cy="8" r="4"/><path d="M4 20c0-4 4-6 8-6s8 2 8 6"/></svg><span>3 afspraken</span></p>
<p class="sr">${p.client} ${p.born}</p></aside>
<main>
<div class="title"><img class="avatar" alt="${p.client}" src="https://pages.test/photo.png?naam=${encodeURIComponent(p.client)}"><div><h1>${p.client}</h1><span class="chip">Actief</span> <span class="who">Vandaag</span> <span class="attr" data-born="${p.born}" data-name="${p.client}">Let op</span></div><div class="photo"></div></div>
<section class="card"><h2>Persoonsgegevens</h2><dl><dt>Naam</dt><dd>${p.client}</dd><dt>BSN</dt><dd>${p.bsn}</dd><dt>Geboren</dt><dd>${p.born}</dd><dt>Kamer</dt><dd>${p.room}</dd><dt>Eerste contact</dt><dd>${p.contact}</dd><dt>Telefoon</dt><dd>${p.phone}</dd></dl>
<p>Deze gegevens ziet alleen het team.</p></section>
<section class="card"><h2>Laatste rapportages</h2><table><thead><tr><th>Datum</th><th>Geschreven door</th><th>Tekst</th></tr></thead><tbody>
<tr data-name="${p.client}"><td>${p.born}</td><td>${p.colleague}</td><td>${p.report}</td></tr><tr><td>${p.born}</td><td>${p.contact}</td><td>Nog niet ondertekend</td></tr></tbody></table></section>
<section class="card last"><h2>Nieuwe rapportage</h2><form><label>Naam<input name="naam" value="${p.client}" title="${p.born}"></label><label>Soort<select><option>Kies een soort</option><option selected>${p.contact}</option><option>Bezoek</option></select></label>
<label class="wide">Notitie<textarea placeholder="Notitie">${p.report}</textarea></label><input type="hidden" name="bsn" value="${p.bsn}"><input type="password" value="${p.bsn}"><label class="row"><input type="checkbox" value="${p.client}" checked> Alleen bij spoed</label>
<div class="editor wide" contenteditable="true">Bezoek bij ${p.client}</div>
<div class="wide row"><button type="button" value="${p.bsn}">Opslaan</button><button type="button" class="quiet" aria-label="${p.client}">Annuleren</button><canvas id="sign" width="160" height="44"></canvas><svg width="150" height="44" viewBox="0 0 150 44"><text x="4" y="26">${p.client}</text></svg></div></form></section>
<section class="card" data-support-mask><h2>Overzicht</h2><p data-support-unmask>Zorgplan</p></section>
<section class="card"><h2>Documenten</h2><div class="secret" data-support-block>Medicatie ${p.report}</div><dossier-badge person="${quote(p.client)}"><span slot="name">${p.client}</span></dossier-badge><iframe title="${p.client}" srcdoc="${quote(FRAME(p))}"></iframe></section>
</main></div>
<!-- ${p.client} -->
<script>
const c = document.getElementById('sign').getContext('2d'); c.font = '18px Arial'; c.fillText(${JSON.stringify(p.client)}, 4, 26);
customElements.define('dossier-badge', class extends HTMLElement { constructor() { super(); const root = this.attachShadow({ mode: 'open' }); const s = new CSSStyleSheet();
s.replaceSync(':host { display: flex; gap: 8px; padding: 10px; margin: 10px 0; border: 1px solid #dde3ea; border-radius: 8px; background: #f8fafc } b { color: #14683a } .n::after { content: "${p.bsn}" } ::slotted(span) { font-style: italic }');
root.adoptedStyleSheets = [s]; const b = document.createElement('b'); b.textContent = 'Medicatie'; const n = document.createElement('span'); n.className = 'n'; n.textContent = ${JSON.stringify(p.client)}; const slot = document.createElement('slot'); slot.name = 'name'; root.append(b, n, slot) } });
</script>`,
  };
}
