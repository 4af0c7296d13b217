import { createModel } from '@preact/signals-core';
import type { CompiledIndex } from './compileIndex';
import type { Engine } from './engine.model';
import type { PageSign } from './ports';
import { namesOfPlace } from './routeIndex';

/** Where somebody is in the host app. */
export interface Whereabouts {
  readonly path: string;
  /** What the host calls it. */
  readonly places?: readonly string[];
}

/** Takes in what the page tells. */
export const SignsModel = createModel(({ happenings, live, situation, judge }: Engine) => {
  const { happen, leave } = happenings;
  const found = new Set<string>();
  const errors = new Set<string>();
  let last: Whereabouts | undefined;
  let known: ReadonlyMap<string, unknown> = new Map();

  /** Takes over where somebody is, and what is live. Nothing happens when neither has changed. */
  const arrive = (): void => {
    const names = namesAt(live.index.peek(), last);
    const old = known;
    known = live.index.peek()?.hints ?? new Map();
    const isSame = isEqual(names, situation.routes.peek());
    if (isSame && known === old) return;
    if (!isSame) errors.clear();
    happenings.arrive(names, (id) => !old.has(id));
  };
  const placed = ({ target, state }: Extract<PageSign, { is: 'place' }>): void => {
    const isGone = state === 'missing' && found.delete(target);
    if (state === 'found') found.add(target);
    happen({ is: isGone ? 'gone' : 'place', of: target });
  };

  /** Once per code and page. */
  const failed = (code = ''): void => {
    if (errors.has(code)) return;
    errors.add(code);
    happen({ is: 'error' });
  };
  const seen = ({ target, isInView }: Extract<PageSign, { is: 'visible' }>): void =>
    isInView ? happen({ is: 'visible', of: target }) : leave(target, 'visible');
  const goTo = (next: Whereabouts): void => {
    last = next;
    arrive();
  };

  return {
    arrive,
    goTo,
    take(sign: PageSign): void {
      switch (sign.is) {
        case 'route':
          return goTo({ ...last, path: sign.path });
        case 'place':
          return placed(sign);
        case 'visible':
          return seen(sign);
        case 'left':
          return leave(sign.target, sign.by);
        case 'idle':
          return happen({ is: 'idle', of: String(sign.ms) });
        case 'error':
          return failed(sign.code);
        case 'modal':
          return judge();
        case 'rage':
          return happen({ is: 'rageClick' });
        default:
          return happen({ is: sign.is, of: sign.target });
      }
    },
  };
});

/** The names of a page: by its path, and by what the host calls it. */
function namesAt(index: CompiledIndex | undefined, where: Whereabouts | undefined): ReadonlySet<string> {
  const byPath = where && index ? index.namesOf(where.path) : [];
  return new Set([...byPath, ...(where?.places ?? []).flatMap(namesOfPlace)]);
}

const isEqual = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));
