import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What a painter gets: a context in CSS pixels and the colours of the scheme that is on. */
export interface Sheet {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  colour(name: string): string;
}

interface CanvasProps {
  readonly class: string;
  readonly name: string;
  readonly paint: (sheet: Sheet) => void;
}

/** Shows a drawing; paints again when its size or the colour scheme changes. */
export function Canvas({ name, paint, ...rest }: CanvasProps): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return undefined;
    const repaint = (): void => paintOn(canvas, paint);
    const sizes = new ResizeObserver(repaint);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    sizes.observe(canvas);
    scheme.addEventListener('change', repaint);
    return () => {
      sizes.disconnect();
      scheme.removeEventListener('change', repaint);
    };
  }, [paint]);
  return <canvas ref={ref} class={rest.class} role="img" aria-label={name} />;
}

function paintOn(canvas: HTMLCanvasElement, paint: (sheet: Sheet) => void): void {
  const pen = canvas.getContext('2d');
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!pen || width === 0) return;
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  pen.scale(devicePixelRatio, devicePixelRatio);
  const style = getComputedStyle(canvas);
  paint({ pen, width, height, colour: (name) => style.getPropertyValue(name).trim() });
}
