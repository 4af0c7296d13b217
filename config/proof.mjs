/**
 * `npm run proof`: that nothing of a person stands in a picture, a recording or a request, with its control runs, in which masking is
 * off and everything is found; and that the app's own words can still be read. The same tests run in `npm test`, and so in CI.
 * Here a machine that cannot read pictures is no excuse: it fails, as in CI.
 */
import { isStarted, main } from './cli.mjs';
import { report, runSpecs } from './test.mjs';

/** Pictures, frames of recordings, requests; what a recording shows of a page that never rests; what is still readable. */
const PROOF = [
  'browser/maskingProof.spec.ts',
  'browser/liveMaskFrames.spec.ts',
  'journeys/recordingMasked.spec.ts',
  'journeys/canaries.spec.ts',
  'journeys/readability.spec.ts',
];

if (isStarted(import.meta.url)) {
  await main(async () => {
    process.env.CI = 'true';
    report(await runSpecs(PROOF));
  });
}
