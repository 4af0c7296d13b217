/** What keeps what somebody did with hints, here and at the backend, and tells it. Fetched with the engine: nothing is decided without it. */
export { createHintKeeping } from './keeping';
export { PastModel } from '../../../hints';
