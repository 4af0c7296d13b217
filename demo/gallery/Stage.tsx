import { render, type JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { createFormat, createTranslate, nl } from '../../src/locale';
import { adoptSheets, Announcer, applyTheme, sheets, TextProvider } from '../../src/ui';
import type { Scene } from './scene';
import stageSheet from './stage.css';
import type { Look } from './look';
import { dictionaries } from './dictionaries';

const clock = {
  now: () => Date.now(),
  after(delayMs: number, action: () => void) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Shows one state inside a shadow root of its own, with the sheets and texts it has in the product. */
export function Stage({
  scene,
  state,
  look,
}: {
  readonly scene: Scene;
  readonly state: string;
  readonly look: Look;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    const State = scene.states[state];
    if (!element || !State) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const undoSheets = adoptSheets(root, [...sheets, ...(scene.sheets ?? []), stageSheet]);
    const undoTheme = applyTheme(element, { scheme: look.scheme });
    const translate = createTranslate({
      locale: look.locale,
      messages: dictionaries[look.locale] ?? nl,
      brand: 'Cliendo',
    });
    render(
      <TextProvider translate={translate} format={createFormat(look.locale)}>
        <Announcer clock={clock}>
          <div class={`stage frame-${scene.frame ?? 'card'}`}>
            <State />
          </div>
        </Announcer>
      </TextProvider>,
      root,
    );
    return () => {
      render(null, root);
      undoTheme();
      undoSheets();
    };
  }, [scene, state, look.locale, look.scheme]);
  return <div class="stage-host" ref={host} />;
}
