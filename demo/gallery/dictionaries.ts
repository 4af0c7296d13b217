import { nl, type Messages } from '../../src/locale';
import { en } from '../../src/locale/en';
import { nlFormal } from '../../src/locale/nlFormal';

/** Every register the product speaks. */
export const dictionaries: Readonly<Record<string, Messages>> = { nl, 'nl-x-formeel': { ...nl, ...nlFormal }, en };
