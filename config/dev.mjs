/** `npm run dev`: builds again whatever changes, and restarts the demo when something of the server changed. Reload the page yourself. */
import { existsSync } from 'node:fs';
import { watch } from 'rollup';
import { isStarted, main } from './cli.mjs';
import sdk from '../rollup.config.mjs';
import { demo } from './rollup/demo.mjs';
import { startServer } from './server.mjs';

const SERVER = '.build/server.mjs';

const writes = (event, file) => event.output.some((path) => path.endsWith(file));

const watchAll = () => {
  const watcher = watch([...sdk, ...demo].map((config) => ({ ...config, watch: { clearScreen: false } })));
  let server;
  let isServerNew = false;

  watcher.on('event', async (event) => {
    if (event.code === 'BUNDLE_END') {
      console.log(`built ${event.output.join(', ').replaceAll(`${process.cwd()}/`, '')} in ${event.duration} ms`);
      isServerNew ||= writes(event, SERVER);
    }
    if (event.code === 'ERROR') console.error(event.error.message);
    await event.result?.close();
    if (event.code !== 'END' || !isServerNew || !existsSync(SERVER)) return;
    isServerNew = false;
    await server?.stop();
    server = startServer();
  });

  return async () => {
    await watcher.close();
    await server?.stop();
  };
};

if (isStarted(import.meta.url)) {
  await main(async () => {
    const end = watchAll();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
