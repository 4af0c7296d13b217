import { describe, expect, test } from 'vitest';
import { createHintDeeds, type HintDeedParts } from '../../../src/app/hints/playing/hintDeeds';
import { pagePath } from '../../../src/app/hints/engine/pagePath';
import type { HintAction } from '../../../src/protocol';

/** A page on which everything that is done is written down. */
const aWorld = ({ hasRouter = true } = {}) => {
  const done: string[] = [];
  const navigate = (path: string): void => void done.push(`router ${path}`);
  const parts = {
    view: {
      location: { assign: (href: string) => done.push(`browser ${href}`) },
      open: (href: string, where: string, how: string) => done.push(`beside ${href} ${where} ${how}`),
    },
    openPanel: async (target: string, text?: string) => void done.push(`panel ${target} ${text ?? ''}`.trim()),
    news: { hintButton: (event: string) => done.push(`host ${event}`) },
    options: () => ({ navigate: hasRouter ? navigate : undefined }),
    onGone: (what: string) => done.push(`gone ${what}`),
  } as unknown as HintDeedParts; // a window of which only these are used
  return { deeds: createHintDeeds(parts), done };
};

describe('what buttons and links of hints do', () => {
  test.each<[HintAction, boolean, string]>([
    [{ do: 'openWidget' }, true, 'panel ask'],
    [{ do: 'openWidget', prefill: { onderwerp: 'Het lukt niet' } }, true, 'panel ask Het lukt niet'],
    [{ do: 'emit', event: 'rondleiding_klaar' }, true, 'host rondleiding_klaar'],
    [{ do: 'openLink', href: '/agenda' }, true, 'router /agenda'],
    [{ do: 'openArticle', article: 'evalueren' }, false, 'gone article'],
    [{ do: 'openVideo', video: 'evalueren' }, false, 'gone article'],
    [{ do: 'startHint', hint: 'gestopt' }, false, 'gone hint'],
  ])('%o', async (action, isDone, what) => {
    const { deeds, done } = aWorld();
    expect(await deeds.act(action)).toBe(isDone);
    expect(done).toEqual([what]);
  });

  test.each([
    ['/clienten/C-1?tab=2', true, 'router /clienten/C-1?tab=2'],
    ['https://uitleg.example/', true, 'beside https://uitleg.example/ _blank noopener,noreferrer'],
    ['widget:open', true, 'panel ask'],
    ['artikel:evalueren', false, 'gone article'],
    ['video:evalueren', false, 'gone article'],
    ['hint:gestopt', false, 'gone hint'],
  ])('the link %s', async (href, isDone, what) => {
    const { deeds, done } = aWorld();
    expect(await deeds.link(href)).toBe(isDone);
    expect(done).toEqual([what]);
  });

  test.each([
    '//elders.example',
    '/\\elders.example',
    'javascript:alert(1)',
    'http://elders.example',
    'data:text/html,x',
    '',
  ])('nothing leads to %s', async (href) => {
    const { deeds, done } = aWorld();
    expect(await deeds.link(href)).toBe(false);
    expect(await deeds.act({ do: 'openLink', href })).toBe(false);
    expect(done).toEqual([]);
  });

  test('without a router of the host the browser goes there', async () => {
    const { deeds, done } = aWorld({ hasRouter: false });
    expect(await deeds.link('/agenda')).toBe(true);
    expect(done).toEqual(['browser /agenda']);
  });
});

describe('which page it is', () => {
  const at = { pathname: '/app/clienten/C-1', hash: '#!/clienten/C-2?x=1' };
  test.each([
    ['path', '', '/app/clienten/C-1'],
    ['path', '/app', '/clienten/C-1'],
    ['path', '/app/', '/clienten/C-1'],
    ['path', '/ap', '/app/clienten/C-1'],
    ['path', '/app/clienten/C-1', '/'],
    ['hash', '', '/clienten/C-2?x=1'],
    ['host', '', ''],
  ] as const)('route %s below "%s" is %s', (route, basePath, path) => {
    expect(pagePath(at, { route, basePath })).toBe(path);
  });
});
