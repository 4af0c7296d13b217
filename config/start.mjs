/** `npm start`: builds the SDK and the demo, then serves host app, receiver, inbox and gallery on one port until Ctrl+C. */
import { build } from './build.mjs';
import { isStarted, main } from './cli.mjs';
import { startServer } from './server.mjs';

if (isStarted(import.meta.url)) {
  await main(async () => {
    await build(['sdk', 'demo']);
    const server = startServer();
    const stop = (signal) => server.stop(signal);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.exitCode = await server.ended;
  });
}
