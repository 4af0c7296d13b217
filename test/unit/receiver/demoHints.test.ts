import { expect, test } from 'vitest';
import { demoHints, hintFacts } from '../../../demo/content/hints';
import { detectType } from '../../../demo/receiver/checks/detectType';
import { judgeHints } from '../../../demo/receiver/domain/judgeHints';
import { hintAssetName } from '../../../demo/receiver/upload/keepHintAsset';
import { drawCarePlan } from '../../../demo/server/drawCarePlan';
import { HINT_KINDS } from '../../../src/protocol/index';

const PICTURE = hintAssetName(drawCarePlan());
const HINTS = demoHints(PICTURE);

test('the hints of the demo are of every kind, and nothing is said against any of them', () => {
  const { findings } = judgeHints(HINTS, { now: Date.UTC(2026, 10, 26), facts: hintFacts, assets: [PICTURE] });
  expect(findings).toEqual([]);
  expect(HINTS.hints.length).toBeGreaterThanOrEqual(12);
  expect(new Set(HINTS.hints.map(({ kind }) => kind))).toEqual(new Set(HINT_KINDS));
  expect(HINTS.hints.every(({ status }) => status === 'published')).toBe(true);
});

test('the picture of a hint of the demo is small', () => {
  const picture = drawCarePlan();
  expect(picture.byteLength).toBeLessThan(40_000);
  expect(detectType(picture)).toEqual({ type: 'image/png', width: 656, height: 312 });
});
