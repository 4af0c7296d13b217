/** Playwright takes its set-up as the default of a file. */
export { keepFirstStart as default } from '../test/support/demoData';
