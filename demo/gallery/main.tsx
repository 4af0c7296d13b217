/**
 * Shows every component in every state. `/gallery/` is for people; `/gallery/?scene=button&state=busy&locale=en&scheme=dark&width=320`
 * shows one state alone, for the tests. `window.gallery` lists all scenes with their states.
 */
import { render } from 'preact';
import { Browser } from './Browser';
import { readLook } from './look';
import { scenes } from './scenes';
import { Stage } from './Stage';

const look = readLook(new URLSearchParams(location.search));
const scene = look.scene === undefined ? undefined : scenes[look.scene];

document.documentElement.lang = look.locale === 'en' ? 'en' : 'nl';
if (look.scheme !== 'auto') document.documentElement.style.colorScheme = look.scheme;

/** For tests that walk all of it: the states of each scene. */
const gallery = Object.fromEntries(Object.entries(scenes).map(([name, { states }]) => [name, Object.keys(states)]));
Object.assign(globalThis, { gallery });

if (scene && look.state !== undefined && look.state in scene.states) {
  if (look.width) document.body.style.width = `${look.width}px`;
  render(
    <main class={`alone ${scene.frame ?? 'card'}`}>
      <Stage scene={scene} state={look.state} look={look} />
    </main>,
    document.body,
  );
} else {
  render(<Browser scenes={scenes} look={look} />, document.body);
}
