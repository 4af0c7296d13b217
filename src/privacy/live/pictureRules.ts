import type { CoverFacts } from './coverFacts';
import { strong } from './strength';

/** Drawn over what may not be seen. The same hatch as in a picture. */
export const HATCHED =
  'background:repeating-linear-gradient(135deg,rgba(100,112,130,.38) 0 1.5px,rgba(100,112,130,.16) 1.5px 6px)!important';
/** What a background becomes when it may not be seen. */
export const HATCHED_IMAGE =
  'background-image:repeating-linear-gradient(135deg,rgba(100,112,130,.38) 0 1.5px,rgba(100,112,130,.16) 1.5px 6px)!important';
/** Takes an element out of sight at once, but neither out of the layout nor out of reach of the mouse. */
export const OUT_OF_SIGHT = 'opacity:0!important;transition:none!important';
/** Pixels are moved out of their own box, which cuts them off. */
const MOVED_OUT = `object-fit:none!important;object-position:9999vw 0!important;overflow:clip!important;overflow-clip-margin:content-box!important;transition:none!important;${HATCHED}`;
const PIXELS = ':is(img,canvas,video,input[type=image i])';
/** What draws by itself and cannot be moved out of its box. */
const BOXES = ':is(iframe,frame,object,embed,fencedframe,audio,progress,meter,input[type=color i])';
const DRAWING = 'svg:not(svg *)';
/** What the host masks, and everything in it. */
export const MASKED = ':is([data-support-mask],[data-support-mask] *)';
const IN_EDITOR = ':is([contenteditable]:not([contenteditable=false i]) *)';
/** Up to this size a drawing is an icon. Larger ones get a mask of no size: 100 % is the size of the drawing itself. */
const ICON_SIZE = 'clamp(0px,(40.5px - 100%)*10000,100%)';
/** Properties of an inline style that a rule can only outdo by covering the element as a whole. */
export const OUTDOING = ['text-fill-color', 'text-shadow', 'text-stroke', 'object-', 'background-clip', 'url(', '(--'];
/** Declarations of a style attribute that may bring a picture. */
const ADDRESSED = ':is([style*="url(" i],[style*="image-set(" i],[background])';
export const NO_PICTURE =
  'border-image-source:none!important;list-style-image:none!important;mask-image:none!important';

/** Writes the rules for pictures, frames and drawings. */
export function pictureRules({ around, known, sealedNames }: CoverFacts): readonly string[] {
  const covered = unless(around, known.pictures);
  const frames = list(known.frames);
  const styles = list(known.styles);
  const address = `${ADDRESSED}${around.masked ? '' : `:is(${MASKED},:not([data-support-unmask]${styles && `,${styles}`}))`}`;
  return [
    `${PIXELS}${covered}${strong()}{${MOVED_OUT}}`,
    `${BOXES}${unless(around, [])}${frames && `:not(${frames})`}${strong()}{${OUT_OF_SIGHT}}`,
    `${DRAWING}${unless(around, [])}${strong()}{mask:linear-gradient(#000 0 0) 0 0/${ICON_SIZE} ${ICON_SIZE} no-repeat!important;transition:none!important}`,
    `${DRAWING}${around.masked || around.insideField ? '' : `:is(${MASKED},${IN_EDITOR}:not([data-support-unmask]))`}${strong()}{${OUT_OF_SIGHT}}`,
    `${DRAWING}${unless(around, [])} :is(text,image,foreignObject)${strong()}{${OUT_OF_SIGHT}}`,
    `${address}${strong(2)}{${HATCHED};${NO_PICTURE}}`,
    `[style*="content" i]${address}${strong(2)}{${OUT_OF_SIGHT}}`,
    `[style*="--"]${address} *${strong(2)}{background-image:none!important;${NO_PICTURE}}`,
    `[style*="important" i]:is(${OUTDOING.map((part) => `[style*="${part}" i]`).join()})${strong(2)}{${OUT_OF_SIGHT};mask:linear-gradient(#0000 0 0)!important}`,
    ...sealedNames.map((name) => `${name}:empty:not([data-support-unmask])${strong(2)}{${OUT_OF_SIGHT}}`),
  ];
}

/** Writes the rules for what the host blocked: one filled box, nothing of what is in it. */
export function blockRules({ around }: CoverFacts): readonly string[] {
  const inside = around.blocked ? ':not(#cl)' : '[data-support-block] *';
  const pseudo = around.blocked ? inside : ':is([data-support-block],[data-support-block] *)';
  const filled = 'background:rgb(120,128,142)!important';
  return [
    `${inside}${strong(5)}{${OUT_OF_SIGHT}}`,
    ...['before', 'after'].map((name) => `${pseudo}${strong(5)}::${name}{${OUT_OF_SIGHT}}`),
    `[data-support-block]${strong(5)}{${filled};mask:none!important;-webkit-text-fill-color:transparent!important;text-decoration:none!important;border-image:none!important}`,
    `${PIXELS}[data-support-block]${strong(6)}{${MOVED_OUT};${filled}}`,
    `${BOXES}[data-support-block]${strong(6)}{${OUT_OF_SIGHT}}`,
  ];
}

/** What is left of a kind of picture when those are taken out that may be seen. The order is that of `maskRule`: mask, unmask, inside a field, interface. */
function unless({ masked, insideField }: CoverFacts['around'], known: readonly string[]): string {
  if (masked) return '';
  const isInterface = list(known);
  const covered = insideField || !isInterface ? '' : `:is(${IN_EDITOR},:not(${isInterface}))`;
  return `:is(${MASKED},:not([data-support-unmask])${covered})`;
}

const list = (selectors: readonly string[]): string => selectors.join();
