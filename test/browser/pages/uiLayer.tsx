/**
 * A panel and a pill with the real firewall and layer, without the rest of the product.
 * `?firewall=off` leaves the firewall out: the control run that must fail.
 */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { createLifetime } from '../../../src/foundation/lifetime';
import { createSystemClock } from '../../../src/host/index';
import { adoptSheets, applyTheme, Button, createLayer, Screen, sheets, TextField } from '../../../src/ui';
import { createBarMover } from '../../../src/ui/barMover';
import { startFirewall } from '../../../src/ui/firewall';
import { watchHostModals } from '../../../src/ui/hostModals';

const element = document.createElement('cliendo-support');
const bar = document.createElement('cliendo-support-bar');
const own = new Set<EventTarget>([element, bar]);
const lifetime = createLifetime();

if (!location.search.includes('firewall=off')) lifetime.add(startFirewall(window, (target) => own.has(target)));

const root = element.attachShadow({ mode: 'open' });
const barRoot = bar.attachShadow({ mode: 'open' });
const dialog = document.createElement('dialog');
const pill = document.createElement('div');
dialog.className = 'panel';
pill.className = 'pill';
pill.popover = 'manual';
root.append(dialog);
barRoot.append(pill);
document.documentElement.append(element, bar);
const corner = new CSSStyleSheet();
corner.replaceSync('.pill { inset: auto 16px 16px auto }');
for (const one of [root, barRoot]) lifetime.add(adoptSheets(one, [...sheets, corner]));
for (const one of [element, bar]) lifetime.add(applyTheme(one));

const modals = watchHostModals(document, lifetime);
createBarMover(bar, { modals, clock: createSystemClock(), lifetime }).join();
const layer = createLayer({
  dialog,
  modals,
  lifetime,
  onState(state) {
    document.documentElement.dataset['layer'] = state;
    if (state === 'parked') pill.showPopover();
    else if (pill.matches(':popover-open')) pill.hidePopover();
  },
});

function Panel(): preact.JSX.Element {
  const [text, setText] = useState('');
  const [pressed, setPressed] = useState(0);
  return (
    <Screen title="Praat met Cliendo" titleId="title" onClose={layer.close}>
      <TextField multiline label="Vraag" value={text} onInput={setText} />
      <Button onPress={() => setPressed(pressed + 1)}>Druk</Button>
      <output>{`${pressed} keer, ${text.length} tekens`}</output>
    </Screen>
  );
}

render(<Panel />, dialog);
render(
  <Button kind="primary" onPress={layer.open}>
    Verder met je vraag
  </Button>,
  pill,
);
Object.assign(window, {
  support: { open: layer.open, close: layer.close, park: layer.park, end: lifetime.end, roots: [root, barRoot] },
});
