import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts the built demo as a process of its own. */
export const startServer = () => {
  const child = spawn(process.execPath, ['--enable-source-maps', '.build/server.mjs'], { stdio: 'inherit' });
  const ended = once(child, 'exit').then(([code, signal]) => (signal ? 0 : code));
  return {
    ended,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
};
