import type { Translate } from '../../../locale';
import { boundsOf, placeAmong, type Annotations, type Shape } from '../annotation';
import type { NamedLandmark, NamedSpot } from '../pageParts';
import type { News } from '../work.model';

/** What a shape is called, such as `Pijl 2`. */
export function shapeName(t: Translate, annotations: Annotations, shape: Shape): string {
  const name = shape.kind === 'redact' ? t('mask.covered') : t(`mask.tool.${shape.kind}`);
  return t('mask.nth', { name, i: placeAmong(annotations, shape) });
}

/** What a covered spot is called: where it is, never what it hides. */
export function spotName(t: Translate, { spot: { kind, label }, ordinal }: NamedSpot): string {
  const name = t(`mask.spot.${kind}`);
  const placed = label === '' ? name : t('mask.spot.at', { name, label });
  return ordinal === 0 ? placed : t('mask.nth', { name: placed, i: ordinal });
}

/** What a part of the page is called: what it is, with the name that the interface gives it. */
export function landmarkName(t: Translate, { landmark: { kind, label }, ordinal }: NamedLandmark): string {
  const name = t(`mask.part.${kind}`);
  const placed = label === '' ? name : t('mask.part.named', { name, label });
  return ordinal === 0 ? placed : t('mask.nth', { name: placed, i: ordinal });
}

/** What is around something that happened. */
export interface NewsContext {
  readonly annotations: Annotations;
  /** Name of a spot. */
  spot(id: number): string;
}

/** Says what happened. */
export function newsText(t: Translate, news: News, { annotations, spot }: NewsContext): string {
  if ('spot' in news) return t(`say.${news.kind}`, { spot: spot(news.spot) });
  if (!('shape' in news)) return t(`say.${news.kind}`);
  if (news.kind === 'removed') return removedText(t, news.shape, annotations);
  if (news.kind === 'moved' || news.kind === 'sized') return measureText(t, news, annotations);
  return t(`say.${news.kind}`, { shape: shapeName(t, annotations, news.shape) });
}

function removedText(t: Translate, shape: Shape, annotations: Annotations): string {
  const i = placeAmong(annotations, shape) + 1; // it is gone, so it does not count itself any more
  if (shape.kind === 'redact') return t('say.removed', { i });
  return t('say.gone', { shape: t('mask.nth', { name: t(`mask.tool.${shape.kind}`), i }) });
}

function measureText(
  t: Translate,
  { kind, shape }: { readonly kind: 'moved' | 'sized'; readonly shape: Shape },
  annotations: Annotations,
): string {
  const [x, y, w, h] = boundsOf(shape, annotations.size).map(Math.round);
  const name = shapeName(t, annotations, shape);
  return kind === 'moved'
    ? t('say.at', { shape: name, x: x ?? 0, y: y ?? 0 })
    : t('say.size', { shape: name, w: w ?? 0, h: h ?? 0 });
}
