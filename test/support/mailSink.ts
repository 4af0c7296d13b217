import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One mail as it came in. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** Where in the conversation something goes wrong, and how. */
export interface Refusing {
  readonly at: 'recipient' | 'words';
  /** A reply code; or the connection breaks when everything has come in, before that is said. */
  readonly by: number | 'breaking';
}

/** A real mail server on this machine that keeps what it is given. */
export interface MailSink {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** From now on; nothing means that everything is taken. */
  refuse(how: Refusing | undefined): void;
  stop(): Promise<void>;
}

/** Starts one. */
export async function startMailSink(): Promise<MailSink> {
  const mails: Mail[] = [];
  let refusing: Refusing | undefined;
  const errorAt = (at: Refusing['at']): Error | undefined =>
    refusing?.at === at && typeof refusing.by === 'number'
      ? Object.assign(new Error('not now'), { responseCode: refusing.by })
      : undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => done(errorAt('recipient')),
    ['onData'](stream, { envelope }, done) {
      // smtp-server calls it that
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const error = errorAt('words');
        if (error !== undefined) return done(error);
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
        if (refusing?.by !== 'breaking') return done();
        return breakAll(server);
      });
    },
  });
  server.on('error', () => undefined); // connections that break on purpose
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // it listens on a port
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (how) => {
      refusing = how;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function breakAll(server: SMTPServer): void {
  const connections = server.connections as unknown as Iterable<{ readonly _socket: { destroy(): void } }>; // what smtp-server keeps of each
  for (const { _socket } of connections) _socket.destroy();
}
