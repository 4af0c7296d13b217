import { demoHints, hintFacts } from '../content/hints';
import { judgeHints } from '../receiver/domain/judgeHints';
import type { HintStore } from '../receiver/hintPort';
import { ORGANISATION } from './people';

/** Publishes the hints of the demo where nothing was published yet: what somebody publishes later is not touched by a restart. */
export async function publishDemoHints(store: HintStore, now: number): Promise<void> {
  const by = { owner: 'demo', name: 'Cliendo', organisation: ORGANISATION };
  if ((await store.hintRevisions(demoHints, by)).length > 0) return;
  const { findings, isGood } = judgeHints(demoHints, { now, facts: hintFacts });
  if (!isGood)
    throw new Error(`The hints of the demo are not good: ${findings.map(({ pointer }) => pointer).join(' ')}`);
  await store.publishHints({ document: demoHints, after: 0, note: 'Voorbeelden bij de demo', act: 'publish' }, by); // another receiver may be first
}
