/**
 * Pages for browser tests without any web server: https://pages.test/ is answered from disk, so it is a secure context
 * with headers of our choice.
 *
 *   /pages/<name>.js   a script of test/browser/pages, as built in .build/pages
 *   /support/<file>    the SDK as it ships, as built in dist
 *   anything else      the document that the test asked for
 */
import { test as base, type BrowserContext, type Page, type Route } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The origin of every test page. */
export const ORIGIN = 'https://pages.test';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** A document to open. Everything has a default: an empty Dutch page. */
export interface TestPage {
  /** Name of a script in test/browser/pages, loaded as a module at the end of the body. */
  readonly script?: string;
  readonly head?: string;
  readonly body?: string;
  /** Path and query of the address. Default `/`. */
  readonly path?: string;
  /** Response headers, for example a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes on the script of `script`. */
  readonly nonce?: string;
}

/** Opens test pages. Every page of the same browser context (a second tab, a popup) is served too. */
export interface Pages {
  open(content: TestPage, page?: Page): Promise<void>;
}

const documentOf = ({ script, head = '', body = '', nonce }: TestPage): string => {
  const attribute = nonce ? ` nonce="${nonce}"` : '';
  const tag = script ? `<script type="module" src="/pages/${script}.js"${attribute}></script>` : '';
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Testpagina</title>${head}</head><body>${body}${tag}</body></html>`;
};

const fileOf = (pathname: string): string | undefined => {
  if (pathname.startsWith('/pages/')) return join('.build/pages', pathname.slice('/pages/'.length));
  if (pathname.startsWith('/support/')) return join('dist', pathname.slice('/support/'.length));
  return undefined;
};

const answerFile = async (route: Route, file: string): Promise<void> => {
  try {
    const body = await readFile(file);
    await route.fulfill({
      body,
      contentType: TYPES[extname(file)] ?? 'application/octet-stream',
      headers: { 'access-control-allow-origin': '*' },
    });
  } catch {
    await route.fulfill({ status: 404, body: `${file} is not built` });
  }
};

/** Serves test pages in a browser context. Documents are remembered by path, so that a reload gives the same one. */
const servePages = async (context: BrowserContext, ownPage: Page): Promise<Pages> => {
  const documents = new Map<string, TestPage>();
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = fileOf(pathname);
    if (file) return answerFile(route, file);
    const content = documents.get(pathname) ?? {};
    return route.fulfill({
      body: documentOf(content),
      contentType: 'text/html; charset=utf-8',
      ...(content.headers && { headers: content.headers }),
    });
  });
  return {
    async open(content, page = ownPage) {
      const address = new URL(content.path ?? '/', ORIGIN);
      documents.set(address.pathname, content);
      await page.goto(address.href);
    },
  };
};

/** Playwright's test with `pages` added. */
export const test = base.extend<{ pages: Pages }>({
  pages: async ({ context, page }, use) => {
    await use(await servePages(context, page));
  },
});

export { expect } from '@playwright/test';
