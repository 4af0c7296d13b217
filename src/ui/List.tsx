import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './Icon';
import { on } from './on';

/** Groups what belongs together, with a thin line around it. */
export function Card({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="card">{children}</div>;
}

/** What a `List` takes. */
export interface ListProps {
  readonly label: string;
  /** Whether the order matters; then it is an `ol`. */
  readonly ordered?: boolean;
  readonly children: ComponentChildren;
}

/** Draws a named list. Its children are `li` elements, or `ListRow`s. */
export function List({ label, ordered = false, children }: ListProps): JSX.Element {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag class="list" role="list" aria-label={label}>
      {children}
    </Tag>
  );
}

/** What a `ListRow` takes. */
export interface ListRowProps {
  readonly title: ComponentChildren;
  /** A quieter second line. */
  readonly detail?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** What stands at the end, such as a badge. */
  readonly end?: ComponentChildren;
  readonly onPress: () => void;
}

/** Draws one row that opens something. */
export function ListRow({ title, detail, icon, end, onPress }: ListRowProps): JSX.Element {
  return (
    <li>
      <button type="button" class="list-row" {...on({ click: onPress })}>
        {icon && <Icon name={icon} />}
        <span class="grow">
          <span class="list-title">{title}</span>
          {detail && <span class="small">{detail}</span>}
        </span>
        {end}
        <Icon name="next" />
      </button>
    </li>
  );
}
