import type { JSX } from 'preact';
import { dictionaries } from './dictionaries';
import { addressOf, type Look } from './look';
import type { Scene } from './scene';
import { Stage } from './Stage';

/** All scenes in a list, and the chosen one in each of its states. */
export function Browser({
  scenes,
  look,
}: {
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly look: Look;
}): JSX.Element {
  const name = look.scene ?? Object.keys(scenes)[0] ?? '';
  const scene = scenes[name];
  return (
    <div class="browser">
      <nav aria-label="Scenes">
        <h1>Gallery</h1>
        {Object.entries(scenes).map(([id, { title }]) => (
          <a
            key={id}
            href={addressOf(look, { scene: id, state: undefined })}
            {...(id === name ? { 'aria-current': 'page' as const } : {})}
          >
            {title}
          </a>
        ))}
      </nav>
      <main>
        <Choices look={look} name="locale" values={Object.keys(dictionaries)} />
        <Choices look={look} name="scheme" values={['auto', 'light', 'dark']} />
        {scene &&
          Object.keys(scene.states).map((state) => (
            <section class="state" key={`${name}/${state}`}>
              <h2>
                <a href={addressOf(look, { scene: name, state })}>{state}</a>
              </h2>
              <Stage scene={scene} state={state} look={look} />
            </section>
          ))}
      </main>
    </div>
  );
}

function Choices({
  look,
  name,
  values,
}: {
  readonly look: Look;
  readonly name: 'locale' | 'scheme';
  readonly values: readonly string[];
}): JSX.Element {
  return (
    <p class="choices">
      {values.map((value) => (
        <a
          key={value}
          href={addressOf(look, { [name]: value })}
          {...(look[name] === value ? { 'aria-current': 'true' as const } : {})}
        >
          {value}
        </a>
      ))}
    </p>
  );
}
