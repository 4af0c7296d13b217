/** Pages in small, each with one thing that a picture gets wrong easily. */

/** One thing that a page may look like. */
export interface LookCase {
  /** Goes on after "looks as it does on the screen:". */
  readonly name: string;
  /** What it is about: without it the page must look clearly different. */
  readonly css: string;
  /** Style that is there with and without it. */
  readonly base?: string;
  readonly body: string;
  readonly act?: string;
  readonly root?: string;
}

const LONG = 'Een zin die over de rand van de regel loopt. '.repeat(12);
const ROWS = Array.from({ length: 40 }, (_, row) => `<h3>Kop ${row}</h3><p>een<br>twee</p>`).join('');
const CELLS = `<tr><th>Rij</th>${'<td>waarde</td>'.repeat(14)}</tr>`;

/** Scrolled boxes: what is stuck in them, and what is not. */
export const SCROLLED: readonly LookCase[] = [
  {
    name: 'headings that stick in a scrolled list',
    css: 'h3{position:sticky;top:0}',
    base: 'section{height:200px;overflow:auto}h3{background:gold;margin:0;padding:6px}p{margin:14px 0}',
    body: `<section>${ROWS}</section>`,
    act: 'document.querySelector("section").scrollTop = 431',
  },
  {
    name: 'columns that stick in a table that was scrolled both ways',
    css: 'th{position:sticky;left:0}thead th{top:0}',
    base: 'section{height:200px;overflow:auto;position:relative}th{background:teal;color:#fff;height:40px}td,th{padding:6px 24px}',
    body: `<section><table><thead>${CELLS.replaceAll('td', 'th')}</thead><tbody>${CELLS.repeat(20)}</tbody></table></section>`,
    act: 'document.querySelector("section").scrollTo(170, 133)',
  },
  {
    name: 'a conversation that grows from below',
    css: 'section{flex-direction:column-reverse}',
    base: 'section{height:200px;overflow:auto;display:flex;flex-direction:column}p{flex:none;background:#ddf;margin:4px;padding:8px}',
    body: `<section>${Array.from({ length: 30 }, (_, row) => `<p>Bericht ${row}</p>`).join('')}</section>`,
    act: 'document.querySelector("section").scrollTop = -170',
  },
  {
    name: 'a row of cards that snaps',
    css: 'section{scroll-snap-type:x mandatory;scroll-behavior:smooth}b{scroll-snap-align:center}section{background:linear-gradient(gold,tan)}',
    base: 'section{display:flex;gap:8px;overflow-x:auto;padding:10px}b{flex:0 0 140px;height:120px;background:#bcd}',
    body: `<section>${Array.from({ length: 9 }, (_, card) => `<b>Kaart ${card}</b>`).join('')}</section>`,
    act: 'document.querySelector("section").scrollTo({ left: 300, behavior: "instant" })',
  },
  {
    name: 'a page from right to left that was scrolled both ways',
    css: 'section{direction:rtl}',
    base: 'section{width:300px;height:200px;overflow:auto}div{width:900px}',
    body: `<section><div>مرحبا ${LONG.repeat(4)}</div></section>`,
    act: 'document.querySelector("section").scrollTo(-210, 40)',
  },
  {
    name: 'a scrolled page with a fixed bar, a stuck one, and a note placed on the page',
    css: 'nav{position:sticky;top:0}footer{position:fixed;bottom:0;width:100%}aside{position:absolute;top:260px;right:20px}',
    base: 'body{margin:0}nav{background:gold}nav,footer,aside{padding:14px}footer{background:#333}aside{background:tomato}',
    body: `<p>Boven</p><nav>Stuk</nav>${ROWS}<aside>Noot</aside><footer>Voet</footer>`,
    act: 'scrollTo(0, 130)',
  },
];

/** What a style sheet may say. */
export const STYLED: readonly LookCase[] = [
  {
    name: 'properties that a sheet registers',
    css: '@property --tint{syntax:"<color>";inherits:false;initial-value:teal}@property --space{syntax:"<length>";inherits:true;initial-value:34px}p{background:var(--tint);padding:var(--space)}',
    body: '<p>Tekst</p>',
  },
  {
    name: 'a line height with many decimals and fonts under any name',
    css: ':root{--lijn:1.8285714286;--letters:Inter,"Segoe UI",monospace}p{line-height:var(--lijn);font-family:var(--letters)}',
    body: `<p>${LONG}</p>`,
  },
  {
    name: 'nested rules, :has(), layers and scopes',
    css: '@layer laag,hoog;@layer hoog{p{background:teal}}@layer laag{p{background:red!important}}section{&:has(b){border:20px solid gold}}@scope(section) to (div){p{color:#fff;padding:20px}}',
    body: '<section><p><b>Binnen</b></p><div><p>Buiten</p></div></section>',
  },
  {
    name: 'container queries and their units',
    css: 'section{container:doos/inline-size}@container doos (width>200px){p{background:teal;font-size:10cqi}}@container doos (width>2000px){p{display:none}}',
    body: '<section><p>Tekst</p></section>',
  },
  {
    name: 'colours mixed, in oklch, and by scheme',
    css: ':root{color-scheme:dark}p{padding:30px;background:color-mix(in oklch,teal 60%,white)}b{display:block;background:oklch(70% .2 30);color:light-dark(#000,#fff)}',
    body: '<p>Een</p><b>Twee</b>',
  },
  {
    name: 'masks and shapes cut out of it',
    css: 'p{mask-image:radial-gradient(circle,#000 50%,transparent 51%)}b{clip-path:path("M0 0 L200 0 L100 90 Z")}',
    base: 'p,b{display:block;height:90px;background:linear-gradient(90deg,teal,gold)}',
    body: '<p></p><b></b>',
  },
  {
    name: 'columns and upright text',
    css: 'p{columns:3;column-rule:3px solid teal}b{writing-mode:vertical-rl;display:block;height:90px;background:gold}',
    body: `<p>${LONG.slice(0, 200)}</p><b>Staand</b>`,
  },
  {
    name: 'counters, markers, quotes and a numbered list that begins elsewhere',
    css: '@counter-style pijl{system:cyclic;symbols:"→";suffix:" "}ol{counter-reset:deel;font-size:28px}li{counter-increment:deel;list-style:pijl}li::before{content:counter(deel,upper-roman) ") ";color:teal}li::marker{color:red}',
    body: '<ol><li>Een<li>Twee<li>Drie</ol><ol start="4"><li>Vier<li value="9">Negen</ol><q>Zo</q>',
  },
  {
    name: 'what lies behind glass',
    css: 'i{backdrop-filter:blur(6px);background:rgb(255 200 0/.2)}',
    base: 'p{height:150px;margin:0;background:repeating-linear-gradient(90deg,#000 0 3px,#fff 3px 6px);position:relative}i{position:absolute;inset:20px}',
    body: '<p><i></i></p>',
  },
  {
    name: 'what lies behind glass without a colour',
    css: 'i{backdrop-filter:blur(6px)}',
    base: 'p{height:150px;margin:0;background:repeating-linear-gradient(90deg,#000 0 3px,#fff 3px 6px);position:relative}i{position:absolute;inset:20px}',
    body: '<p><i></i></p>',
  },
  {
    name: 'parts out of sight and parts left unfolded',
    css: 'article{content-visibility:auto;background:gold}details::details-content{background:teal;padding:30px}.weg{content-visibility:hidden}',
    body: '<article><p>Te zien</p></article><div class="weg"><p>Niet te zien</p><p>Ook niet</p></div><details open><summary>Open</summary>Inhoud</details><details><summary>Dicht</summary>Niet</details>',
  },
  {
    name: 'a sheet with a style for a light and one for a dark device',
    css: '@media (prefers-color-scheme:light){p{background:gold;padding:40px}}@media (prefers-color-scheme:dark){p{background:#000}}',
    body: '<p>Tekst</p>',
  },
];

/** What the browser draws itself. */
export const NATIVE: readonly LookCase[] = [
  {
    name: 'fields in a colour of the host',
    css: 'body{accent-color:rgb(160,20,90);zoom:1.8}',
    body: '<input type="checkbox" checked><input type="checkbox"><input type="radio" checked><input type="range" value="70"><progress value=".4"></progress><meter value=".7"></meter><progress value="90" max="100"></progress>',
  },
  {
    name: 'choices, lists, dates and long texts',
    css: 'body{color-scheme:dark;background:#222}',
    body: '<select><option>Een<option selected>De tweede keuze</select><select multiple size="3"><option selected>Aap<option>Noot</select><input type="date" value="2026-11-26"><input type="time" value="10:30"><textarea rows="3">Regel</textarea><input type="color" value="#ff8800"><input type="reset"><input type="submit" value="Weg ermee">',
  },
  {
    name: 'a page from right to left',
    css: 'html{direction:rtl}',
    base: 'body{font-size:20px}',
    body: '<h1>مرحبا بالعالم</h1><ul><li>نقطة<li>واحد</ul><input value="اسم"><p>نص عربي مع English وسط الجملة</p>',
  },
];
