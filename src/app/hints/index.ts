/**
 * Hints, joined: who they are for, where they come from, what the host tells about them. Fetched when the page is idle and somebody is signed in.
 * Invariant: what decides and what draws is fetched only when something is published for this person.
 */
export { startHints } from './startHints';
