/** Lets an element of the host point to the words of a hint. Fetched when a host has asked for that, and the first hint shows. */
export { describeTarget } from '../../../hints';
