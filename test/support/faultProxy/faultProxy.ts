/**
 * Stands between senders and a receiver on loopback and lets requests go wrong as a plan says: seeded, so a run can be repeated.
 * It reads every request whole before it does anything, because only then it can tell which operation it is.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACTS, drop, reply, type Exchange, type Fault } from './faults';
import { createForwarder, type Forwarder } from './forward';
import { createNaming, type Operation, type PlainRequest } from './operations';
import { healthy, type Plan } from './plans';

/** What went through. */
export interface Passed {
  requests: number;
  /** The longest that a sender was asked to wait. */
  askedMs: number;
  readonly faults: Map<Fault, number>;
}

/** A running proxy. */
export interface FaultProxy {
  /** The address for one sender. The name is in it, so that it can be told whose request is held. */
  addressFor(sender: string): string;
  /** Whether this request of a sender will never be answered: senders number their requests in `Accept-Language`. */
  isHeld(sender: string, language: string): boolean;
  /** Whether the receiver is still at work, also on what a sender gave up. */
  isBusy(): boolean;
  /** What went through since the last plan. */
  readonly passed: Passed;
  follow(plan: Plan): void;
  /** Delivers what was kept to arrive late. */
  deliverLate(): Promise<void>;
  close(): Promise<void>;
}

/** What a proxy is made with. */
export interface FaultProxyOptions {
  /** The receiver as it is now; nothing while it is down. */
  target(): string | undefined;
  /** From 0 up to 1, seeded. */
  random(): number;
  /** Called when a request has come, before anything is done with it. */
  onArrived?(arrival: Arrival): void;
}

/** A request that has come, and what will go wrong with it. */
export interface Arrival {
  readonly sender: string;
  readonly operation: Operation | undefined;
  readonly fault: Fault | undefined;
}

/** How many other requests pass before a copy arrives, at most. */
const MAX_LATE = 5;

/** Starts a proxy on a free port. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { target, random, onArrived } = options;
  const forward = createForwarder(target);
  const nameOf = createNaming();
  const held = new Set<string>();
  const late = createLate(forward, random);
  let plan = healthy;
  let passed: Passed = noneYet();

  const hold = (sender: string, { request, response }: Pick<Exchange, 'request' | 'response'>): Promise<void> => {
    held.add(`${sender} ${request.headers['accept-language']}`);
    return new Promise((resolve) => response.once('close', () => resolve()));
  };

  const pass = async ({ request, response }: Pick<Exchange, 'request' | 'response'>, sender: string): Promise<void> => {
    const operation = nameOf(request);
    const fault = plan(operation);
    onArrived?.({ operation, sender, fault });
    passed.requests += 1;
    await late.passOne();
    if (fault === undefined) reply(response, await forward.whole(request));
    else {
      passed.faults.set(fault, (passed.faults.get(fault) ?? 0) + 1);
      await ACTS[fault]({
        request,
        response,
        forward,
        random,
        hold: () => hold(sender, { request, response }),
        again: late.keep,
        asked: (ms) => void (passed.askedMs = Math.max(passed.askedMs, ms)),
      });
    }
  };

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    void readWhole(incoming).then(
      ({ sender, ...request }) => pass({ request, response }, sender).catch(() => drop(response)), // the receiver is down: so is the connection
      () => drop(response),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port

  return {
    addressFor: (sender) => `http://127.0.0.1:${port}/${sender}`,
    isHeld: (sender, language) => held.has(`${sender} ${language}`),
    isBusy: forward.isBusy,
    get passed() {
      return passed;
    },
    follow(next) {
      plan = next;
      passed = noneYet();
    },
    deliverLate: late.deliverAll,
    close: () =>
      new Promise((resolve) => {
        forward.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Copies of requests that arrive after others did. */
function createLate(
  forward: Forwarder,
  random: () => number,
): { keep(request: PlainRequest): void; passOne(): Promise<void>; deliverAll(): Promise<void> } {
  const kept: { readonly request: PlainRequest; after: number }[] = [];

  const deliver = async (isDue: (after: number) => boolean): Promise<void> => {
    const due = kept.filter(({ after }) => isDue(after));
    for (const each of due) kept.splice(kept.indexOf(each), 1);
    await Promise.allSettled(due.map(({ request }) => forward.whole(request)));
  };

  return {
    keep: (request) => void kept.push({ request, after: 1 + Math.floor(random() * MAX_LATE) }),
    async passOne() {
      for (const each of kept) each.after -= 1;
      await deliver((after) => after <= 0);
    },
    deliverAll: () => deliver(() => true),
  };
}

const noneYet = (): Passed => ({ requests: 0, askedMs: 0, faults: new Map() });

async function readWhole(incoming: IncomingMessage): Promise<PlainRequest & { readonly sender: string }> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer); // no encoding was set
  const [, sender = '', path = '/'] = /^\/([^/]*)(\/.*)$/.exec(incoming.url ?? '') ?? [];
  const headers = incoming.headers as Record<string, string>; // only set-cookie would be a list, and that is an answer's
  return { method: incoming.method ?? '', path, headers, body: Buffer.concat(parts), sender };
}
