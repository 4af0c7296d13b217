/**
 * Pages of a host that is not our demo: any document, with any headers, on the address of the real receiver,
 * so that the SDK as it ships does real work there. Sanne is logged in.
 */
import type { Page } from '@playwright/test';
import { expect, test as base } from './wire';

/** A document of the host. Everything has a default: an empty Dutch page without support. */
export interface HostPage {
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default `/proef`. Documents are remembered by path, so that a reload gives the same one. */
  readonly path?: string;
}

/** Opens pages of a host. */
export interface HostPages {
  /** The address of page and receiver. */
  readonly origin: string;
  open(content: HostPage, page?: Page): Promise<void>;
}

const DEFAULT_PATH = '/proef';

/** The snippet of the documentation: a queue for calls, then the script. Written as it stands in docs/embedding.md. */
export const SNIPPET = (nonce = ''): string => {
  const given = nonce && ` nonce="${nonce}"`;
  return `<script${given}>window.CliendoSupport ||= function () { (CliendoSupport.q ||= []).push(arguments); };</script>
<script${given} async src="/support/loader.js" crossorigin></script>`;
};

/** Options of a host that has everything, as JavaScript. */
export const OPTIONS = `{ backend: location.origin, auth: '/host/api/support-token', launcher: true }`;

/** A page with support by the script tag. `options` are JavaScript. */
export const withSupport = (options = OPTIONS, nonce = ''): string =>
  `${SNIPPET(nonce)}<script${nonce && ` nonce="${nonce}"`}>CliendoSupport('create', ${options});</script>`;

/** Collects what must not happen on a page of a host: errors and rejections that reach the window, from the first script on. */
export async function watchHarm(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const harm: string[] = [];
    Object.defineProperty(window, Symbol.for('test-harm'), { value: harm });
    addEventListener('error', (event) => harm.push(`error: ${event.message}`));
    addEventListener('unhandledrejection', (event) => harm.push(`rejection: ${String(event.reason)}`));
    addEventListener('securitypolicyviolation', (event) =>
      harm.push(`violation: ${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  return () =>
    page.evaluate(() => (window as unknown as Record<symbol, string[]>)[Symbol.for('test-harm')] ?? ['nobody watched']);
}

/** The demo's test with `host`, which serves pages next to the real receiver, on a wire that writes down what is sent. */
export const test = base.extend<{ host: HostPages }>({
  host: async ({ context, page, wire }, use) => {
    const documents = new Map<string, HostPage>();
    await context.request.post(`${wire.url}/host/api/session`, { data: { person: 'p-sanne' } });
    await context.route(`${wire.url}${DEFAULT_PATH}**`, async (route) => {
      const { head = '', body = '', headers = {} } = documents.get(new URL(route.request().url()).pathname) ?? {};
      await route.fulfill({
        body: `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proefpagina</title>${head}</head><body>${body}</body></html>`,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      });
    });
    await use({
      origin: wire.url,
      async open(content, target = page) {
        const path = content.path ?? DEFAULT_PATH;
        documents.set(path, content);
        await target.goto(wire.url + path);
      },
    });
  },
});

export { expect };
