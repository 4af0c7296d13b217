/** A place in which a person's data may be drawn, in ink that nothing else has. */
export interface Place {
  readonly name: string;
  readonly html: string;
  readonly css?: string; // of the whole page
  readonly script?: string; // finishes the place; `box` is the element around it
}

/** Pure magenta, and nearly so: the ink of every canary. */
export const INK = '#f0f';
const PICTURE = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' width='60' height='60'><rect width='60' height='60' fill='#f0f'/></svg>`).replaceAll("'", '%27')}`;
/** Two names that are equally wide in the font of the page. */
export const NAMES = ['WILHELMINA', 'HENDRIKJES'] as const;

/** Texts, however they are drawn. */
const texts = (who: string): readonly Place[] => [
  { name: 'text', html: `<p>${who}</p>` },
  { name: 'text beside interface', html: `<p><i class="black">Naam</i> ${who} <i class="black">Naam</i></p>` },
  {
    name: 'text of a strong rule',
    html: `<p id="strong"><b id="strongest">${who}</b></p>`,
    css: `#strong #strongest:not(#no#no){-webkit-text-fill-color:${INK}!important}`,
  },
  {
    name: 'text of a strong rule in a layer without a name',
    html: `<p class="nameless">${who}</p><div class="nameless"></div>`,
    css: `@layer{.nameless{-webkit-text-fill-color:${INK}!important;@media (min-width:1px){width:40px;height:40px;background:url("${PICTURE}")!important}}}`,
  },
  {
    name: 'text of a strong rule in a layer',
    html: `<p class="layered">${who}</p>`,
    css: `@layer first{.x{color:red}}@layer second{.layered{-webkit-text-fill-color:${INK}!important}}`,
  },
  { name: 'text of a strong inline style', html: `<p style="-webkit-text-fill-color:${INK}!important">${who}</p>` },
  {
    name: 'text of a strong style set by script',
    html: `<p>${who}</p>`,
    script: `box.querySelector('p').style.setProperty('-webkit-text-fill-color','${INK}','important')`,
  },
  { name: 'shadow of a text', html: `<p style="color:transparent;text-shadow:0 0 0 ${INK},0 0 0 ${INK}">${who}</p>` },
  { name: 'outline of a text', html: `<p style="-webkit-text-stroke:2px ${INK}">${who}</p>` },
  {
    name: 'first letter',
    html: `<p class="first">${who}</p>`,
    css: `.first{color:black}.first::first-letter{color:${INK}!important;font-size:40px}`,
  },
  {
    name: 'first line',
    html: `<p class="line">${who}</p>`,
    css: `.line{color:black}.line::first-line{color:${INK}!important}`,
  },
  {
    name: 'text that its background is cut to',
    html: `<p class="cut">${who}</p>`,
    css: `.cut{background:linear-gradient(#fff 50%,${INK} 50%) 0 0/1px 4px,#000;-webkit-background-clip:text;background-clip:text;color:transparent;font-size:30px}`,
  },
  {
    name: 'text in movement',
    html: `<p class="moving">${who}</p>`,
    css: `@keyframes ink{from,to{-webkit-text-fill-color:${INK};color:${INK}}}.moving{animation:ink 1s infinite}`,
  },
  {
    name: 'text that a script moves',
    html: `<p>${who}</p>`,
    script: `box.querySelector('p').animate([{webkitTextFillColor:'${INK}'},{webkitTextFillColor:'${INK}'}],{duration:1000,iterations:Infinity})`,
  },
  { name: 'text that fades slowly', html: `<p style="transition:all 20s">${who}</p>` },
  { name: 'emphasised text', html: `<p><em>${who}</em><ruby>${who}<rt>${who}</rt></ruby></p>` },
  { name: 'text in mathematics', html: `<math style="font-family:'Liberation Mono'"><mi>${who}</mi></math>` },
];

/** Texts that style makes, and texts that something lies over. */
const generated = (who: string): readonly Place[] => [
  {
    name: 'generated text',
    html: `<p class="made"></p>`,
    css: `.made::before{content:'${who}';-webkit-text-fill-color:${INK}}`,
  },
  {
    name: 'generated text of an attribute',
    html: `<p class="attr" data-who="${who}"></p>`,
    css: `.attr::after{content:attr(data-who)}`,
  },
  {
    name: 'generated text over a known one',
    html: `<p class="icon who" data-who="${who}"></p>`,
    css: `.icon.icon.icon::before{content:'★'}.who::before{content:attr(data-who)!important}`,
  },
  {
    name: 'text of a marker',
    html: `<ul class="marks"><li class="black">Naam</li></ul>`,
    css: `.marks{padding-left:120px}.marks li::marker{content:'${who}';color:${INK}}`,
  },
  {
    name: 'word of a list style',
    html: `<ul style="list-style-type:'${who}';padding-left:120px;color:${INK}"><li><span class="black">Naam</span></li></ul>`,
  },
  {
    name: 'selected text',
    html: `<p>${who}</p>`,
    css: `::selection{color:${INK};background:white}`,
    script: `getSelection().selectAllChildren(box.querySelector('p'))`,
  },
  {
    name: 'highlighted text',
    html: `<p>${who}</p>`,
    css: `::highlight(found){background:yellow}`,
    script: `const range=new Range();range.selectNodeContents(box.querySelector('p'));CSS.highlights.set('found',new Highlight(range))`,
  },
];

/** What somebody fills in. */
const fields = (who: string): readonly Place[] => [
  {
    name: 'field',
    html: `<input value="${who}"><input type="search" value="${who}"><input type="tel" value="${who}">`,
  },
  {
    name: 'date',
    html: `<input type="date" value="1941-03-12" style="font-size:20px"><input type="number" value="123456782">`,
  },
  {
    name: 'hint in a field',
    html: `<input placeholder="${who}">`,
    css: `::placeholder{color:${INK};-webkit-text-fill-color:${INK}!important;opacity:1}`,
  },
  { name: 'password shown', html: `<input type="text" value="${who}">` },
  { name: 'button of a field', html: `<input type="button" value="${who}"><input type="submit" value="${who}">` },
  { name: 'colour', html: `<input type="color" value="#ff00ff">` },
  { name: 'notes', html: `<textarea>${who}</textarea>` },
  {
    name: 'choice',
    html: `<select><option>${who}</option></select><select size="2"><option>${who}</option></select>`,
    css: `select{color:black;-webkit-text-fill-color:${INK}}option{color:${INK}}`,
  },
  { name: 'editor', html: `<div contenteditable="true">Naam ${who}</div>` },
  { name: 'known text in an editor', html: `<div contenteditable="true"><p>Naam</p></div>` },
];

/** Pictures and drawings. */
const pictures = (who: string): readonly Place[] => [
  {
    name: 'picture',
    html: `<img src="${PICTURE}" width="40" height="40"><picture><img src="${PICTURE}" width="40" height="40"></picture>`,
  },
  {
    name: 'picture that overflows',
    html: `<img src="${PICTURE}" width="20" height="40" style="overflow:visible;object-fit:none">`,
  },
  { name: 'words of a broken picture', html: `<img src="/nothing.png" alt="${who}">` },
  { name: 'picture of an input', html: `<input type="image" src="${PICTURE}" width="40" height="40">` },
  {
    name: 'canvas',
    html: `<canvas width="40" height="40"></canvas>`,
    script: `const pen=box.querySelector('canvas').getContext('2d');pen.fillStyle='${INK}';pen.fillRect(0,0,40,40)`,
  },
  { name: 'poster of a video', html: `<video width="40" height="40" poster="${PICTURE}"></video>` },
  {
    name: 'drawing',
    html: `<svg width="80" height="40"><rect width="80" height="40" fill="${INK}"/></svg><svg width="20" height="80"><rect width="80" height="80" fill="${INK}"/></svg>`,
  },
  { name: 'text in an icon', html: `<svg width="36" height="36"><text y="20" fill="${INK}">WW</text></svg>` },
];

/** Pictures that style brings. */
const backgrounds = (): readonly Place[] => [
  {
    name: 'background',
    html: `<div class="bg"></div>`,
    css: `.bg{width:40px;height:40px;background:url("${PICTURE}")}`,
  },
  {
    name: 'background in a nested rule',
    html: `<div class="nest"><div></div></div>`,
    css: `.nest{& > div{width:40px;height:40px;@media (min-width:1px){background:url("${PICTURE}")}}}`,
  },
  {
    name: 'background of a style attribute',
    html: `<div style="width:40px;height:40px;background:url('${PICTURE}')"></div>`,
  },
  {
    name: 'background of a style set by script',
    html: `<div></div>`,
    script: `Object.assign(box.firstElementChild.style,{width:'40px',height:'40px',backgroundImage:'url("${PICTURE}")'})`,
  },
  {
    name: 'background by a variable',
    html: `<div class="outer"><div class="inner"></div></div>`,
    css: `.outer{--photo:url("${PICTURE}")}.inner{width:40px;height:40px;background:var(--photo)}`,
  },
  {
    name: 'background of a generated box',
    html: `<div class="gbg"></div>`,
    css: `.gbg::before{content:'';display:block;width:40px;height:40px;background:url("${PICTURE}")}`,
  },
  { name: 'generated picture', html: `<div class="gpic"></div>`, css: `.gpic::before{content:url("${PICTURE}")}` },
  {
    name: 'picture as content',
    html: `<div class="cpic" style="width:60px"></div>`,
    css: `.cpic{content:url("${PICTURE}")}`,
  },
  {
    name: 'picture of a border',
    html: `<div class="border"></div>`,
    css: `.border{width:40px;height:20px;border:20px solid transparent;border-image:url("${PICTURE}") 20}`,
  },
  {
    name: 'picture of a list',
    html: `<ul class="lpic"><li class="black">Naam</li></ul>`,
    css: `.lpic{list-style-image:url("${PICTURE}");padding-left:80px}`,
  },
];

/** Frames, shadow trees, layers, and what the host marked. */
const trees = (who: string): readonly Place[] => [
  {
    name: 'frame of this origin',
    html: `<iframe width="200" height="60" srcdoc="<body style='color:${INK};font:bold 20px monospace'>${who}<input style='font:20px monospace' value='${who}'>"></iframe>`,
  },
  {
    name: 'frame of another origin',
    html: `<iframe width="200" height="60" src="data:text/html,<body style='background:magenta'>${who}"></iframe><iframe sandbox width="200" height="60" srcdoc="<body style='background:${INK}'>"></iframe>`,
  },
  {
    name: 'object',
    html: `<object width="40" height="40" type="image/svg+xml" data="${PICTURE}"></object><embed width="40" height="40" type="image/svg+xml" src="${PICTURE}">`,
  },
  {
    name: 'shadow tree',
    html: `<div class="host"></div>`,
    script: `box.firstElementChild.attachShadow({mode:'open'}).innerHTML='<style>b{-webkit-text-fill-color:${INK}!important}</style><b>${who}</b><img width=40 height=40 src="${PICTURE}"><p></p>'`,
  },
  {
    name: 'closed shadow tree',
    html: `<closed-tree></closed-tree>`,
    script: `customElements.get('closed-tree')||customElements.define('closed-tree',class extends HTMLElement{constructor(){super();this.attachShadow({mode:'closed'}).innerHTML='<b>${who}</b><img width=40 height=40 src="${PICTURE}">'}})`,
  },
  {
    name: 'slotted text',
    html: `<div><span>${who}</span></div>`,
    script: `box.firstElementChild.attachShadow({mode:'open'}).innerHTML='<style>::slotted(span){-webkit-text-fill-color:${INK}!important}</style><slot></slot>'`,
  },
  { name: 'details', html: `<details open><summary>${who}</summary>${who}</details>` },
  {
    name: 'popover',
    html: `<div popover="manual" style="inset:auto 0 0 auto;border:0;color:${INK}">${who}</div>`,
    script: `box.firstElementChild.showPopover()`,
  },
  {
    name: 'masked by the host',
    html: `<div data-support-mask><p data-support-unmask>Naam</p><input type="button" value="Naam"></div>`,
  },
  {
    name: 'blocked by the host',
    html: `<div data-support-block><p>${who}</p>${who}<img src="${PICTURE}" width="40" height="40"><svg width="20" height="20"><rect width="20" height="20" fill="${INK}"/></svg></div>`,
  },
  { name: 'blocked row', html: `<table><tr data-support-block><td>${who}</td></tr></table>` },
];

/** Every kind of place that the cover has to reach, for somebody of this name. Each is drawn in ink when nothing is covered. */
export const placesOf = (name: string): readonly Place[] =>
  [texts, generated, fields, pictures, backgrounds, trees].flatMap((of) => of(name));

/** What stays: the same ink, known to be interface. */
export const KNOWN: readonly Place[] = [
  { name: 'known text', html: `<p>Naam</p>` },
  {
    name: 'known text in pieces',
    html: `<p id="pieces"></p>`,
    script: `box.firstElementChild.append('Deze ','gegevens ziet ','alleen het team.')`,
  },
  { name: 'known text beside data', html: `<p><span>WILHELMINA</span> <b>Naam</b></p>` },
  { name: 'known generated text', html: `<p class="star"></p>`, css: `.star::before{content:'★'}` },
  { name: 'unmasked text', html: `<p data-support-unmask>WILHELMINA</p>` },
  { name: 'unmasked field', html: `<input data-support-unmask value="WILHELMINA">` },
  { name: 'unmasked picture', html: `<img data-support-unmask src="${PICTURE}" width="40" height="40">` },
  { name: 'known button', html: `<input type="submit" value="Opslaan">` },
  { name: 'icon', html: `<svg width="24" height="24"><rect width="24" height="24" fill="${INK}"/></svg>` },
  {
    name: 'known text in a shadow tree',
    html: `<div></div>`,
    script: `box.firstElementChild.attachShadow({mode:'open'}).innerHTML='<b>Naam</b>'`,
  },
  {
    name: 'known text in a frame',
    html: `<iframe width="200" height="60" srcdoc="<body style='color:${INK};font:bold 20px Arial'>Naam"></iframe>`,
  },
];

const boxOf = ({ html }: Place, index: number): string => `<section data-place="${index}">${html}</section>`;

/** Style of the page of places, and the scripts that finish them. */
export const styleOf = (places: readonly Place[]): string =>
  `<style>section .black{color:#000}section{display:inline-block;vertical-align:top;width:230px;height:110px;overflow:hidden;margin:2px;outline:1px solid #ddd}p{margin:0}body{margin:0;color:${INK};font:bold 20px 'Liberation Mono',monospace}input,textarea,select{font:inherit;color:${INK};width:200px}</style>` +
  places.map(({ css = '' }) => `<style>${css}</style>`).join('');
export const bodyOf = (places: readonly Place[]): string => places.map(boxOf).join('');
export const scriptOf = (places: readonly Place[]): string =>
  places
    .map(({ script = '' }, index) => `{const box=document.querySelector('[data-place="${index}"]');${script}}`)
    .join('\n');
