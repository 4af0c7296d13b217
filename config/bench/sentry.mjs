import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const ENTRY = `
import { feedbackSyncIntegration, init } from '@sentry/browser';
init({
  dsn: 'http://key@127.0.0.1:9/1',
  defaultIntegrations: false,
  transport: () => ({ send: async () => ({}), flush: async () => true }),
  integrations: [feedbackSyncIntegration({ autoInject: true, showBranding: false })],
});
`;

/** Bundles Sentry with its feedback form the way its manual does it for one file, minified like ours. It sends nothing. */
export const bundleSentry = async (file) => {
  const bundle = await rollup({
    input: 'entry',
    onLog: () => undefined,
    plugins: [
      { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? ENTRY : null) },
      resolve({ browser: true }),
      terser({ ecma: 2020 }),
    ],
  });
  await bundle.write({ file, format: 'iife' });
  await bundle.close();
};
