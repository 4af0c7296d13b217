import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, Choice, Disclosure, useText } from '../../../ui';
import type { AnnotationModelInstance } from '../annotation.model';
import type { ShapeKind } from '../annotation';
import type { Box } from '../geometry';
import { areaBox, AREAS, namedLandmarks } from '../pageParts';
import { landmarkName, spotName } from './names';

/** What `PageParts` takes. */
export interface PagePartsProps {
  readonly model: AnnotationModelInstance;
}

const KINDS = ['redact', 'arrow', 'box', 'text', 'number', 'pen'] as const satisfies readonly ShapeKind[];

/** Puts a shape on a part of the picture by its name: parts of the page, what is covered in it, and the nine of any picture. Needs no pointer. */
export function PageParts({ model: { shapes, spots, pixels, size } }: PagePartsProps): JSX.Element {
  const t = useText();
  const kind = useSignal<ShapeKind>('box');
  const shape = t(`mask.tool.${kind.value}`);
  const landmarks = namedLandmarks(pixels.subject.value.landmarks).map((named) => ({
    name: landmarkName(t, named),
    box: named.landmark.box,
  }));
  const areas = AREAS.map((area) => ({ name: t(`part.${area}`), box: areaBox(area, size.value) }));
  const covered = spots.named.value.map((named) => ({ name: spotName(t, named), box: named.spot.box }));
  const put = (box: Box): void => shapes.placeOn(kind.value, box);
  return (
    <Disclosure summary={t('mask.parts')}>
      <Choice
        label={t('mask.parts.what')}
        value={kind.value}
        options={KINDS.map((value) => ({ value, label: t(`mask.tool.${value}`) }))}
        onChange={(chosen) => (kind.value = chosen)}
      />
      <div class="field" role="group" aria-label={t('mask.parts.where')}>
        <div class="field-top">{t('mask.parts.where')}</div>
        <div class="mask-parts">
          {[...landmarks, ...areas, ...covered].map(({ name, box }) => (
            <Button key={name} name={t('mask.parts.put', { part: name, shape })} onPress={() => put(box)}>
              {name}
            </Button>
          ))}
        </div>
      </div>
    </Disclosure>
  );
}
