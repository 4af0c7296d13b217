import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';

const ICONS = { info: 'info', success: 'check', warning: 'warning', danger: 'warning' } as const;

/** What a `Notice` takes. */
export interface NoticeProps {
  readonly kind?: keyof typeof ICONS;
  readonly children: ComponentChildren;
  /** Buttons below the text. */
  readonly actions?: ComponentChildren;
}

/** Tells something that matters on this screen. It is not spoken by itself: say it with `useAnnounce()` where it appears. */
export function Notice({ kind = 'info', children, actions }: NoticeProps): JSX.Element {
  return (
    <div class={`notice ${kind}`}>
      <Icon name={ICONS[kind]} />
      <div class="stack">
        <div>{children}</div>
        {actions && <div class="row">{actions}</div>}
      </div>
    </div>
  );
}

/** What a `Badge` takes. */
export interface BadgeProps {
  readonly tone?: 'plain' | 'accent' | 'success' | 'warning' | 'danger';
  readonly children: ComponentChildren;
}

/** Shows a short state, such as the status of a question. */
export function Badge({ tone = 'plain', children }: BadgeProps): JSX.Element {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** What a `Progress` takes. */
export interface ProgressProps {
  readonly label: string;
  /** Percent; left out while nobody knows. */
  readonly value?: number | undefined;
}

/** Shows how far something is, as a bar and as text. */
export function Progress({ label, value }: ProgressProps): JSX.Element {
  return (
    <label class="progress">
      <span class="small">{label}</span>
      <progress max={100} {...(value === undefined ? {} : { value })} />
    </label>
  );
}

/** Keeps the place of text that is on its way. Hidden from assistive tools: say `state.loading` beside it. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }): JSX.Element {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
