/** How each tool is asked for the same thing: the 1280 × 800 pixels in view, as a PNG. */
import { join } from 'node:path';
import { FOLDER } from './screenshotPages.mjs';

const of = (path) => join(FOLDER, 'node_modules', path);

/** Each tool's script and, run in the page, its way to a canvas. All get the view's size; what is larger is cut off. */
export const TOOLS = {
  ours: { script: join(FOLDER, 'ours.js') },
  'ours masked': { script: join(FOLDER, 'ours.js') },
  'ours calm': { script: join(FOLDER, 'ours.js') },
  'html2canvas-pro': {
    script: of('html2canvas-pro/dist/html2canvas-pro.min.js'),
    draw: () =>
      window.html2canvas(document.documentElement, {
        x: scrollX,
        y: scrollY,
        width: innerWidth,
        height: innerHeight,
        scale: 1,
        logging: false,
        useCORS: true,
      }),
  },
  'html-to-image': {
    script: of('html-to-image/dist/html-to-image.js'),
    draw: () =>
      window.htmlToImage.toCanvas(document.documentElement, { width: innerWidth, height: innerHeight, pixelRatio: 1 }),
  },
  'modern-screenshot': {
    script: of('modern-screenshot/dist/index.js'),
    draw: () =>
      window.modernScreenshot.domToCanvas(document.documentElement, {
        width: innerWidth,
        height: innerHeight,
        scale: 1,
      }),
  },
  snapdom: {
    script: of('@zumer/snapdom/dist/snapdom.js'),
    draw: () => window.snapdom.toCanvas(document.documentElement, { scale: 1, dpr: 1 }),
  },
};

/** The libraries that ours is compared with. */
export const OTHERS = Object.keys(TOOLS).filter((name) => !name.startsWith('ours'));

/**
 * Runs in the page. Ours covers by default, so for a fair comparison everything is called interface: texts and pictures by a test
 * dictionary, fields and drawings by a mark on each, since a dictionary says nothing about those.
 */
export const markAll = () => {
  const mark = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (
        /^(?:input|select|textarea|svg|canvas|video|img|meter|progress|iframe)$/.test(element.localName) ||
        element.isContentEditable
      )
        element.setAttribute('data-support-unmask', '');
      if (element.shadowRoot) mark(element.shadowRoot);
    }
  };
  mark(document);
};

/** Runs in the page: takes the picture and tells how long it took until there was a PNG. */
export const takePicture = async (tool) => {
  window.longTasks = [];
  const observer = new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
  await new Promise((resolve) => setTimeout(resolve)); // what the protocol's own task does, no observer hears of
  const start = performance.now();
  const toPng = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  const ours = async () => {
    const isMasked = tool === 'ours masked';
    const options = {
      dictionary: { has: () => !isMasked, refused: 0 },
      interfaceAssets: isMasked ? [] : [`${location.origin}/`, 'data:', 'blob:'],
      own: () => false,
      clock: { now: () => Date.now(), after: () => () => undefined },
    };
    const frozen =
      tool === 'ours calm' && window.ours.freezePageCalmly
        ? await window.ours.freezePageCalmly(document, options, {})
        : window.ours.freezePage(document, options);
    window.frozenMs = performance.now() - start;
    const picture = await window.ours.renderPage(frozen);
    if (!picture.ok) throw new Error(picture.problem.code);
    window.ourGaps = picture.value.gaps;
    window.lastFrozen = frozen;
    return new Blob([picture.value.bytes]);
  };
  const theirs = async () => {
    const drawn = await window.drawTheirs();
    const view = document.createElement('canvas');
    [view.width, view.height] = [innerWidth, innerHeight];
    const pen = view.getContext('2d');
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, innerWidth, innerHeight);
    pen.drawImage(drawn, 0, 0);
    return toPng(view);
  };
  const png = await (tool.startsWith('ours') ? ours() : theirs());
  const ms = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 100)); // the observer hears of a task after it
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(png);
  });
  return {
    ms,
    frozenMs: window.frozenMs,
    longest: Math.max(0, ...window.longTasks),
    png: url.split(',')[1],
    gaps: window.ourGaps ?? [],
  };
};
