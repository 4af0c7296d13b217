import { createModel } from '@preact/signals-core';
import type { Happenings } from './happenings.model';
import type { PageSign } from './ports';
import type { Happening } from './trigger';

/** Who hears of signs. */
export interface SignsDeps extends Happenings {
  tellCostly(level: 1 | 2): void;
}

/** Takes in what the page tells. */
export const SignsModel = createModel(({ happen, leave, tellCostly }: SignsDeps) => {
  const found = new Set<string>();
  const errors = new Set<string>();

  const placed = (sign: PageSign): Happening | undefined => {
    if (sign.is !== 'place') return undefined;
    const { target, state } = sign;
    const isGone = state === 'missing' && found.delete(target);
    if (state === 'found') found.add(target);
    return { is: isGone ? 'gone' : 'place', of: target };
  };
  /** Once per code and page. */
  const failed = (code = ''): void => {
    if (errors.has(code)) return;
    errors.add(code);
    happen([{ is: 'error' }]);
  };
  const seen = ({ target, isInView }: Extract<PageSign, { is: 'visible' }>): void =>
    isInView ? happen([{ is: 'visible', of: target }]) : leave(target, 'visible');
  const takeOne = (sign: Exclude<PageSign, { is: 'place' }>): void => {
    switch (sign.is) {
      case 'visible':
        return seen(sign);
      case 'left':
        return leave(sign.target, sign.by);
      case 'idle':
        return happen([{ is: 'idle', of: String(sign.ms) }]);
      case 'error':
        return failed(sign.code);
      case 'costly':
        return tellCostly(sign.level);
      case 'rage':
        return happen([{ is: 'rageClick' }]);
      default:
        return happen([{ is: sign.is, of: sign.target }]);
    }
  };

  return {
    /** Another page: an error that was there on the last one is another one here. */
    forget: (): void => errors.clear(),
    /** Places are taken together: when a page is drawn they come all at once. */
    take(signs: readonly PageSign[]): void {
      const places = signs.flatMap((sign) => placed(sign) ?? []);
      if (places.length > 0) happen(places);
      for (const sign of signs) if (sign.is !== 'place') takeOne(sign);
    },
  };
});
