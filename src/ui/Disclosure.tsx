import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './Icon';

/** What a `Disclosure` takes. */
export interface DisclosureProps {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** Hides what not everybody needs behind one press. */
export function Disclosure({ summary, open = false, children }: DisclosureProps): JSX.Element {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <Icon name="next" />
        {summary}
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
