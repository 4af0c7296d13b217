import { freezePage, type FrozenPage } from '../../../src/capture/moment/index';
import { renderPage } from '../../../src/capture/browser/renderPage';
import { createDictionary } from '../../../src/privacy/index';

/** What the tests ask of the engine on a page. */
export interface CaptureEngine {
  freeze(catalogue: readonly string[] | 'everything', assets?: readonly string[]): FrozenPage;
  /** Draws a frozen page; the answer is the picture as base64, or the code of the problem. */
  draw(page: FrozenPage): Promise<{ readonly png?: string; readonly code?: string; readonly gaps: readonly string[] }>;
}

const clock = { now: () => 0, after: () => () => undefined };

const engine: CaptureEngine = {
  freeze(catalogue, assets = []) {
    const dictionary = catalogue === 'everything' ? { has: () => true, refused: 0 } : createDictionary(catalogue);
    return freezePage(document, { dictionary, interfaceAssets: assets, own: (element) => element.localName === 'cliendo-support', clock });
  },
  async draw(page) {
    const picture = await renderPage(page);
    if (!picture.ok) return { code: `${picture.problem.code}${String(picture.problem.cause ?? '')}`, gaps: page.gaps };
    let binary = '';
    for (const byte of new Uint8Array(picture.value.bytes)) binary += String.fromCharCode(byte);
    return { png: btoa(binary), gaps: picture.value.gaps };
  },
};

Object.assign(globalThis, { engine });
