import type { BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Pages of others, as they lie in their packages: nothing of the SDK was made with an eye on them. */
export const TEMPLATE_PAGES: readonly string[] = [
  ...['forms', 'index', 'email', 'compose', 'ui', 'signup'].map(
    (name) => `adminator-admin-dashboard/dist/${name}.html`,
  ),
  ...['dashboard', 'profile', 'billing', 'notifications', 'sign-up'].map(
    (name) => `material-dashboard/pages/${name}.html`,
  ),
  ...['index', 'tables', 'charts', 'register', 'login'].map((name) => `startbootstrap-sb-admin/dist/${name}.html`),
];

const ORIGIN = 'https://templates.test';
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml' };

const withoutScripts = (html: string): string => html.replace(/<script\b[\s\S]*?<\/script>/gi, '');

/** Serves the packages' files; nothing else is fetched. */
export async function serveTemplates(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    try {
      const body = await readFile(join('node_modules', pathname));
      const type = TYPES[extname(pathname)];
      if (!type) return await route.abort();
      return await route.fulfill({
        body: type === 'text/html' ? withoutScripts(body.toString()) : body,
        contentType: type,
      });
    } catch {
      return route.abort(); // what a package leaves out, a font of another host's
    }
  });
}

/** Opens a page of a template, without its scripts. */
export const openTemplate = (page: Page, path: string): Promise<unknown> => page.goto(`${ORIGIN}/${path}`);
