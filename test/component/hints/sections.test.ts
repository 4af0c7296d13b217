import { beforeEach, expect, test } from 'vitest';
import { readSections } from '../../../src/hints/browser/sections';
import { SECTION_KINDS } from '../../../src/hints/sectionName';

const NAMES = { testIdAttribute: 'data-testid' };
const rows = (count: number): string =>
  Array.from({ length: count }, (_, row) => `<tr><td>Regel ${row}</td><td><button>Open</button></td></tr>`).join('');
const PAGE = `
  <nav aria-label="Hoofdmenu"><ul><li><a href="/a">Agenda</a></li></ul></nav>
  <main data-testid="werk"><h1>Dossier</h1>
    <section id="naw"><h2>Persoonsgegevens</h2><fieldset><legend>Adres</legend><p><input></p></fieldset><p><input></p></section>
    <form><div><div role="heading">Zorgplan</div></div><div><p><button>Opslaan</button></p></div></form>
    <div class="card"><button>Boven</button><h3>Medicatie</h3><table><tbody>${rows(30)}</tbody></table></div>
    <div class="two"><h3>Een</h3><p><button>Een</button></p><h3>Twee</h3><p><button>Twee</button></p></div>
    <div role="dialog" aria-label="Afspraak"><p><button>Sluiten</button></p></div>
  </main>`;
const everything = (): readonly Element[] => [...document.body.querySelectorAll('*')];

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

test.each(SECTION_KINDS)(
  'sections by %s are the same for who looks for one element and for who looks for all',
  (kind) => {
    const all = readSections(NAMES);
    const names = everything().map((element) => all.of(element, kind)?.name);
    expect(names).toEqual(everything().map((element) => readSections(NAMES).of(element, kind)?.name));
    expect(names).toContainEqual(expect.any(String)); // else nothing was compared
  },
);

test('a heading names what stands below it in its card, and nothing above it', () => {
  const look = readSections(NAMES);
  const nameOf = (words: string): string | undefined => {
    const element = everything().find(({ localName, textContent }) => localName === 'button' && textContent === words);
    return element && look.of(element, 'kop')?.name;
  };
  for (const element of everything()) look.of(element, 'kop'); // many have been asked about
  expect(['Open', 'Boven', 'Een', 'Opslaan'].map(nameOf)).toEqual([
    'kop:Medicatie',
    'kop:Dossier',
    'kop:Dossier',
    'kop:Zorgplan',
  ]);
});
