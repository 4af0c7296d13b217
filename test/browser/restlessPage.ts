/** A page that changes sixty times a second, for what has to be masked in every frame. */

/** Words of its interface. */
export const CATALOGUE = ['Naam', 'Geboren', 'Rapportage', 'Medicatie', 'Opslaan'];
/** Names, a number, a birth date and a medicine, in magenta. */
export const CANARIES = ['Zonnebloem', 'Kwartelbosch', '123456782', '12-03-1941', 'Fictiefazepam'];

/** Its style: canaries are magenta, words of the interface in the given ink. */
export const headWith = (ink: string): string =>
  `<style>body{margin:0;font:700 26px Arial;color:#f0f;background:#fff}main{display:grid;grid-template-columns:repeat(4,1fr);gap:6px;padding:6px}.card{border:1px solid #ccc;padding:4px;height:88px;overflow:hidden}b{color:${ink}}.made::after{content:attr(data-born)}.layer{-webkit-text-fill-color:#f0f;transition:all 1s}input{font:inherit;color:#f0f;width:180px}</style>`;

/** A page that never rests: sixty changes a second, of every kind that a framework makes. */
export const RESTLESS = `
const main = document.querySelector('main');
const names = ['Zonnebloem', 'Kwartelbosch', '123456782', '12-03-1941', 'Fictiefazepam'];
let turn = 0;
const name = () => names[turn % names.length];
const known = () => Object.assign(document.createElement('b'), { textContent: ['Naam', 'Geboren', 'Medicatie'][turn % 3] });
const card = (...inside) => { const made = document.createElement('div'); made.className = 'card'; made.append(known(), ' ', ...inside); if (main.childElementCount > 27) main.firstElementChild.remove(); main.append(made); return made; };
const acts = [
  () => card(name()),
  () => { const text = main.lastElementChild?.lastChild; if (text?.nodeType === 3) text.data = name(); },
  () => card(Object.assign(document.createElement('input'), { value: name() })),
  () => { const host = document.createElement('div'); host.attachShadow({ mode: 'open' }).innerHTML = '<style>i{-webkit-text-fill-color:#f0f!important}</style><i>' + name() + '</i>'; card(host); },
  () => { const canvas = document.createElement('canvas'); canvas.width = 200; canvas.height = 40; const pen = canvas.getContext('2d'); pen.fillStyle = '#f0f'; pen.font = 'bold 26px Arial'; pen.fillText(name(), 2, 28); card(canvas); },
  () => { card(name()).classList.add('layer'); },
  () => { const made = card(); made.classList.add('made'); made.dataset.born = name(); },
  () => { main.querySelectorAll('b').forEach((b) => { if (Math.random() < 0.2) b.textContent = name(); }); },
  () => { history.pushState({}, '', '/page-' + turn); main.replaceChildren(); for (let row = 0; row < 12; row += 1) { turn += 1; card(name()); } },
  () => { const style = document.createElement('style'); style.textContent = '.card:nth-child(' + (turn % 9 + 1) + ') { -webkit-text-fill-color: #f0f !important; text-shadow: 0 0 1px #f0f }'; document.head.append(style); if (document.head.childElementCount > 20) document.head.lastElementChild.previousElementSibling.remove(); },
  () => { document.adoptedStyleSheets = []; card(name()); },
  () => { const dialog = document.createElement('dialog'); dialog.textContent = name(); document.body.append(dialog); dialog.showModal(); setTimeout(() => dialog.remove(), 120); },
  () => { const frame = document.createElement('iframe'); frame.width = 200; frame.height = 50; frame.srcdoc = '<body style="margin:0;color:#f0f;font:bold 26px Arial">' + name(); card(frame); },
  () => { const made = card(); made.insertAdjacentHTML('beforeend', '<svg width="200" height="40"><text y="28" fill="#f0f">' + name() + '</text></svg>'); },
];
setInterval(() => { turn += 1; acts[turn % acts.length](); }, 16);`;
