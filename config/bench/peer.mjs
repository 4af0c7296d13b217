import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const ENTRY = 'peer';
const CODE = `
import { feedbackIntegration, init } from '@sentry/browser';
init({ dsn: 'https://key@bench.test/1', integrations: [feedbackIntegration({ autoInject: true, showBranding: false })] });
`;

const entry = () => ({
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? `${process.cwd()}/peer.js` : null),
  load: (id) => (id === `${process.cwd()}/peer.js` ? CODE : null),
});

/** Builds the widget that we are compared with as its users would: bundled, minified, one classic script. */
export const buildPeer = async () => {
  const bundle = await rollup({
    input: ENTRY,
    plugins: [entry(), resolve({ browser: true }), terser({ ecma: 2020 })],
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
};
