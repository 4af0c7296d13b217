import { createLifetime } from '../../foundation/lifetime';
import { fail } from '../../foundation/result';
import type { SubmissionSink } from '../../questions';
import { once } from '../once';
import type { OwnerSpace } from '../owner';
import type { PanelParts } from './lazyParts';

/** Creates the way out for bundles; what clears and hands over is fetched at its first use. */
export function createLazySink(port: PanelParts, space: OwnerSpace): SubmissionSink {
  const sink = once(async () => (await port.lazy.review()).createSubmissionSink(port, space));
  const missing = () => fail({ code: 'chunk-failed', message: 'The part that sends did not arrive.' });
  return {
    prepare: (bundle) => sink().then((way) => way.prepare(bundle), missing),
    send: (prepared) => sink().then((way) => way.send(prepared), missing),
    follow(id, listener) {
      const lifetime = createLifetime();
      sink().then((way) => lifetime.add(way.follow(id, listener)), missing);
      return () => lifetime.end();
    },
  };
}
