/** Hints with the real firewall and bar, without engine and panel: a test says what is shown and reads what was done. */
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { createLifetime } from '../../../src/foundation/lifetime';
import { HintLayer, hintsSheet, type HintDoings, type ShownHint } from '../../../src/hints/views';
import { createFormat, createTranslate } from '../../../src/locale';
import { adoptSheets, applyTheme, sheets, TextProvider } from '../../../src/ui';
import { createBarMover } from '../../../src/ui/barMover';
import { startFirewall } from '../../../src/ui/firewall';
import { createSystemClock } from '../../../src/host/index';
import { watchHostModals } from '../../../src/ui/hostModals';
import { nl } from '../../support/dutch';

const bar = document.createElement('cliendo-support-bar');
const root = bar.attachShadow({ mode: 'open' });
const lifetime = createLifetime();
const shown = signal<readonly ShownHint[]>([]);
const done: string[] = [];
const targets: Record<string, string> = {};

lifetime.add(startFirewall(window, (target) => target === bar));
createBarMover(bar, { modals: watchHostModals(document, lifetime), clock: createSystemClock(), lifetime }).join();
lifetime.add(adoptSheets(root, [...sheets, hintsSheet]));
lifetime.add(applyTheme(bar));

const doings = Object.fromEntries(
  ['open', 'dismiss', 'snooze', 'never', 'next', 'back', 'act', 'link', 'task', 'seen'].map((name) => [
    name,
    (hint: string) => void done.push(`${name} ${hint}`),
  ]),
) as unknown as HintDoings; // each of its members, by name

render(
  <TextProvider
    translate={createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' })}
    format={createFormat('nl')}
  >
    <HintLayer
      shown={shown}
      doings={doings}
      places={{
        of: (hint) => document.querySelector(targets[hint] ?? '*') ?? undefined,
        follow: () => () => undefined,
      }}
      clock={{
        now: () => Date.now(),
        after: (ms, act) => (clearTimeout as (timer: number) => void).bind(window, window.setTimeout(act, ms)),
      }}
      hasSpotlight
    />
  </TextProvider>,
  root,
);

Object.assign(window, {
  hints: {
    done,
    /** Shows these, with the selector of each one's place. */
    show(hints: readonly (ShownHint & { readonly at?: string })[]) {
      for (const { id, at = '*' } of hints) targets[id] = at;
      shown.value = hints;
    },
    end() {
      render(null, root);
      lifetime.end();
      bar.remove();
    },
  },
});
