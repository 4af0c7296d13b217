import { createPlaceTable, literalsOf, routeTemplate, type IsInterface } from '../../host';
import { scrubText } from '../../privacy';
import type { Place } from '../../protocol/submission';
import type { AppModelInstance } from '../app.model';
import { clientNames } from '../clientNames';

/** What may be told of a page, by what the host has said of itself. */
export interface Reading {
  readonly isInterface: IsInterface;
  readonly scrub: (text: string) => string;
  readonly route: (address: string) => string;
  /** Whether an address is the receiver's. */
  isOwnAddress(address: string): boolean;
  /** The place that is open, also when it is only a way in. */
  place(): Place | undefined;
}

/** Creates it. The options are read each time: they may change. */
export function createReading(view: Window, model: AppModelInstance, isInterface: IsInterface): Reading {
  const settings = (): AppModelInstance['settings']['value'] => model.settings.peek();
  return {
    isInterface,
    scrub: (text) => scrubText(text, { names: clientNames(settings()) }),
    route: (address) => routeTemplate(address, { literals: literalsOf(Object.keys(settings().places)), isInterface }),
    isOwnAddress(address) {
      const { backend } = settings();
      return (
        typeof backend === 'string' &&
        address.startsWith(`${new URL(backend, view.location.href).href.replace(/\/$/, '')}/v1/`)
      );
    },
    place() {
      const { current, subject } = model.subject.visits.peek();
      if (current === subject) return model.subject.place();
      return createPlaceTable(settings().places, settings().passThrough).placeOf(current.path);
    },
  };
}
