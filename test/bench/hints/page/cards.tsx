import { render } from 'preact';
import type { Clock } from '../../../../src/foundation/clock';
import type { HintsModel } from '../../../../src/hints';
import type { HintPageWithElements } from '../../../../src/hints/browser/hintPage';
import { HintLayer, hintsSheet } from '../../../../src/hints/views';
import { createFormat, createTranslate } from '../../../../src/locale';
import { adoptSheets, applyTheme, sheets, TextProvider } from '../../../../src/ui';
import { nl } from '../../../support/dutch';

/** What cards are drawn with. */
export interface CardsOptions {
  readonly root: ShadowRoot;
  readonly model: InstanceType<typeof HintsModel>;
  readonly page: HintPageWithElements;
  readonly clock: Clock;
}

/** Draws what shows, as the product does. A chunk of its own. */
export function drawCards({ root, model, page, clock }: CardsOptions): void {
  adoptSheets(root, [...sheets, hintsSheet]);
  applyTheme(root.host as HTMLElement); // our bar
  render(
    <TextProvider
      translate={createTranslate({ locale: 'nl', messages: nl, brand: 'Cliendo' })}
      format={createFormat('nl')}
    >
      <HintLayer
        shown={model.shown}
        doings={model.doings}
        places={{
          of(hint) {
            const place = model.placeOf(hint);
            return place === undefined ? undefined : page.elementOf(place);
          },
          follow: (listener) => page.listen((signs) => void (signs.some(({ is }) => is === 'place') && listener())),
        }}
        clock={clock}
      />
    </TextProvider>,
    root,
  );
}
