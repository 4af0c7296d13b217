import { demoHints, hintFacts } from '../content/hints';
import { judgeHints } from '../receiver/domain/judgeHints';
import type { Ports } from '../receiver/ports';
import { hintAssetName, keepHintAsset } from '../receiver/upload/keepHintAsset';
import { drawCarePlan } from './drawCarePlan';
import { ORGANISATION } from './people';

/** Publishes the hints of the demo where nothing was published yet: what somebody publishes later is not touched by a restart. */
export async function publishDemoHints(ports: Pick<Ports, 'store' | 'blobs' | 'spoolFolder' | 'clock'>): Promise<void> {
  const { store, clock } = ports;
  const by = { owner: 'demo', name: 'Cliendo', organisation: ORGANISATION };
  const bytes = drawCarePlan();
  const asset = hintAssetName(bytes);
  const document = demoHints(asset);
  if ((await store.hintRevisions(document, by)).length > 0) return;
  const { findings, isGood } = judgeHints(document, { now: clock.now(), facts: hintFacts, assets: [asset] });
  if (!isGood)
    throw new Error(`The hints of the demo are not good: ${findings.map(({ pointer }) => pointer).join(' ')}`);
  await keepHintAsset({ asset, type: 'image/png', bytes }, by, ports);
  await store.publishHints({ document, after: 0, note: 'Voorbeelden bij de demo', act: 'publish' }, by); // another receiver may be first
}
