import { byPlace } from './byPlace';

/** Of so few elements each is asked; else the browser goes through the page for each selector. */
const FEW = 50;

/**
 * Gives what finds the elements of one tag for which a selector holds, in the order of the page: the same as `around + selector` finds, sooner.
 * `around` is empty, or the selector of a section with a space after it; `tagged` gives all elements of the tag.
 */
export function selectIn(
  root: ParentNode | undefined,
  tagged: () => ArrayLike<Element>,
): (around: string, selector: string) => readonly Element[] {
  if (!root) return () => [];
  let isFirst = true; // most places are found by the first sign
  return (around, selector) => {
    if (isFirst && !around) {
      isFirst = false;
      return [...root.querySelectorAll(selector)];
    }
    const all = tagged();
    if (all.length <= FEW) return Array.from(all).filter((element) => element.matches(around + selector));
    if (!around) return [...root.querySelectorAll(selector)];
    return inBoxes([...root.querySelectorAll(around.trimEnd())], selector);
  };
}

/** From the section inwards: asked the other way round, each element of the page looks for the section above it. */
function inBoxes(boxes: readonly Element[], selector: string): readonly Element[] {
  const found = boxes.flatMap((box) => [...box.querySelectorAll(selector)]);
  return boxes.length > 1 ? [...new Set(found)].sort(byPlace) : found;
}
