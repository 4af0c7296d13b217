import { render } from 'preact';
import {
  listenForKeys,
  RecorderBar,
  recordingSheet,
  watchHidden,
  type RecordingModelInstance,
} from '../../capture/recording';
import { createLifetime, type Undo } from '../../foundation/lifetime';
import { adoptSheets, Announcer, applyTheme, sheets, TextProvider } from '../../ui';
import type { PanelParts } from '../panel/lazyParts';
import type { Texts } from '../panel/texts';

/** Shows the bar in our movable element, with its keys, until undone. */
export function showBar(port: PanelParts, model: RecordingModelInstance, { translate, format, language }: Texts): Undo {
  const { bar, view, clock, app } = port;
  const root = bar.element.shadowRoot;
  const lifetime = createLifetime();
  if (!root) return () => undefined;
  const settings = app.settings.peek();
  const { pause, stop } = settings.keys;
  const place = view.document.createElement('div');
  lifetime.add(bar.hold());
  lifetime.add(adoptSheets(root, [...sheets, recordingSheet]));
  lifetime.add(applyTheme(bar.element, settings.theme));
  bar.element.lang = language;
  root.append(place);
  lifetime.add(() => place.remove());
  render(
    <TextProvider translate={translate} format={format}>
      <Announcer clock={clock}>
        <RecorderBar model={model} keys={{ pause: pause || undefined, stop: stop || undefined }} />
      </Announcer>
    </TextProvider>,
    place,
  );
  lifetime.add(() => render(null, place));
  lifetime.add(
    listenForKeys(view, root, [
      [pause, model.togglePause],
      [stop, () => void model.stop()],
    ]),
  );
  lifetime.add(watchHidden(view.document, clock, model.hide));
  return () => lifetime.end();
}
