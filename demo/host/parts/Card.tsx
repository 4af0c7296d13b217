import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface CardProps {
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly class?: string;
  /** The name of this part of the screen for support. */
  readonly place?: string;
  readonly children: ComponentChildren;
}

/** Frames one subject on a screen, with its heading. */
export function Card({ title, action, place, children, ...rest }: CardProps): JSX.Element {
  const id = useId();
  return (
    <section class={`card ${rest.class ?? ''}`} aria-labelledby={id} data-support-place={place}>
      <header class="card-head">
        <h2 id={id}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}

/** Says that there is nothing to show, and what to do about it. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Heads a screen: its name, what belongs beside it, what can be done there. */
export function PageHead({
  title,
  beside,
  children,
}: {
  readonly title: string;
  readonly beside?: ComponentChildren;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <header class="page-head">
      <h1>{title}</h1>
      {beside}
      {children !== undefined && <div class="page-actions">{children}</div>}
    </header>
  );
}
