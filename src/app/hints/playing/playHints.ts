import { disposeModel } from '../../../foundation/disposeModel';
import type { Lifetime, Undo } from '../../../foundation/lifetime';
import { createPlayer, type HintPictures, type PictureBook, type PlayingPart, type ShownHint } from '../../../hints';
import type { PersonPorts } from '../personPorts';
import type { ShowHintsOptions } from '../views';
import { createHintDeeds } from './hintDeeds';
import { createLazyPlaying } from './lazyPlaying';
import { ShowingModel, type ShowingModelInstance } from './showing.model';
import { createHintSlots } from './slots';

/** What hints are played with. */
export type PlayHintsOptions = Omit<ShowHintsOptions, 'showing' | 'onFailed'> & Pick<PersonPorts, 'ask' | 'space'>;

/** Gives what plays hints of one person until `life` ends, with what fetches the drawing. */
export function playHints(options: PlayHintsOptions, life: Lifetime): PlayingPart {
  const showing: ShowingModelInstance = new ShowingModel();
  life.add(() => disposeModel(showing));
  life.add(options.hints.shown.subscribe(showOnce({ ...options, showing }, life)));
  return {
    createPlayer,
    slots: createHintSlots(options.view.navigator.locks, life),
    pictures: createHintPictures(options),
    deeds: createHintDeeds({ ...options, onGone: (what) => (showing.gone.value = what) }),
  };
}

/** Fetches what brings pictures when a hint names one. Without it there are words. */
function createHintPictures(options: PlayHintsOptions): HintPictures {
  const { pictures } = createLazyPlaying(options.chunks);
  let here: HintPictures | undefined;
  return {
    async bring(wanted, life) {
      if (wanted.all.length === 0) return NONE;
      const part = await pictures().catch(() => undefined); // told by its chunk
      here ??= part?.createPictures(options);
      return here ? here.bring(wanted, life) : NONE;
    },
  };
}

const NONE: PictureBook = () => undefined;

/** Fetches what draws when the first hint is to be seen. */
function showOnce(options: Omit<ShowHintsOptions, 'onFailed'>, life: Lifetime): (shown: readonly ShownHint[]) => void {
  let isDrawn = false;
  const draw = ({ showHints }: { readonly showHints: (options: ShowHintsOptions) => Undo }): void => {
    if (isDrawn || life.hasEnded) return;
    isDrawn = true;
    const end = showHints({
      ...options,
      onFailed(cause) {
        end();
        options.hints.safely(() => Promise.reject(cause), 'views');
      },
    });
    life.add(end);
  };
  return (shown) => {
    if (shown.length > 0 && !isDrawn) options.lazyHints.views().then(draw, () => undefined); // told by its chunk; the next showing tries again
  };
}
