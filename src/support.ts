/**
 * What the loader fetches. It has the doors open already, so they are not in here.
 *
 * @packageDocumentation
 */
export { startSupport } from './api/startSupport';
