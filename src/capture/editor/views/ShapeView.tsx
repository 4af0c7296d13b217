import type { JSX } from 'preact';
import { on, useText } from '../../../ui';
import type { Annotations, Shape } from '../annotation';
import { LETTER_WEIGHT, LETTERS, marksOf, type Mark } from '../drawing';
import { shapeName } from './names';

/** What a `ShapeView` takes. */
export interface ShapeViewProps {
  readonly annotations: Annotations;
  readonly shape: Shape;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
}

/** Draws one shape over the picture, from the same marks that are burnt in later. It is a stop of the Tab key. */
export function ShapeView({ annotations, shape, isSelected, onFocus }: ShapeViewProps): JSX.Element {
  const t = useText();
  return (
    <g
      class="mask-shape"
      data-shape={shape.id}
      tabindex={0}
      role="button"
      aria-pressed={isSelected}
      aria-label={shapeName(t, annotations, shape)}
      {...on<SVGGElement>({ focus: onFocus })}
    >
      {marksOf(shape, annotations).map((mark, at) => (
        <MarkView key={at} mark={mark} />
      ))}
    </g>
  );
}

function MarkView({ mark }: { readonly mark: Mark }): JSX.Element {
  if (mark.kind === 'words')
    return (
      <text
        x={mark.at[0]}
        y={mark.at[1]}
        font-size={mark.letter}
        font-family={LETTERS}
        font-weight={LETTER_WEIGHT}
        text-anchor={mark.isCentred ? 'middle' : 'start'}
        fill={mark.paint}
      >
        {mark.text}
      </text>
    );
  if (mark.kind === 'area') return <path d={mark.path} fill={mark.paint} />;
  return (
    <path
      d={mark.path}
      fill="none"
      stroke={mark.paint}
      stroke-width={mark.width}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
}
