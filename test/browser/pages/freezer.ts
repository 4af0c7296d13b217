import { createFreezer, type FrozenPage } from '../../../src/capture/moment/index';

/** What the tests ask of a freezer. Its clock stands still until `pass`. */
export interface FreezerOnPage {
  approach(): void;
  freeze(): FrozenPage;
  /** Lets time go by: what was planned for it happens. */
  pass(ms: number): void;
  /** How often the page was copied. */
  copies(): number;
}

let now = 1000;
let copies = 0;
const planned = new Set<{ readonly at: number; readonly act: () => void }>();

const clock = {
  now: () => now,
  after(ms: number, act: () => void) {
    const plan = { at: now + ms, act };
    planned.add(plan);
    return () => void planned.delete(plan);
  },
};

const own = (element: Element): boolean => element.localName.startsWith('cliendo-support');
const privacy = () => ({
  interfaceTexts: ['Agenda', 'Opslaan', 'Bewaard', 'Menu'],
  get interfaceAssets() {
    copies += 1; // asked for each copy, at each approach, and once at the start
    return [];
  },
});
const freezer = createFreezer(document, { own, clock, privacy });
copies = 0;

const onPage: FreezerOnPage = {
  approach: () => freezer.approach(),
  freeze: () => freezer.freeze(),
  pass(ms) {
    now += ms;
    for (const plan of planned) {
      if (plan.at > now) continue;
      planned.delete(plan);
      plan.act();
    }
  },
  copies: () => copies,
};
Object.assign(globalThis, { freezer: onPage });
