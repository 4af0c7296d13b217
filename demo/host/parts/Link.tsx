import type { ComponentChildren, JSX } from 'preact';
import { useHost } from '../hostContext';
import { writePath } from '../router';
import type { Route } from '../router';

interface LinkProps {
  readonly to: Route;
  readonly class?: string;
  readonly name?: string;
  readonly hint?: string;
  readonly current?: boolean;
  readonly onFollowed?: () => void;
  readonly children: ComponentChildren;
}

/** Shows a link to a screen. A plain click stays in the page; with a modifier the browser decides. */
export function Link({ to, current = false, name, hint, onFollowed, children, ...rest }: LinkProps): JSX.Element {
  const { navigation } = useHost();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollowed?.();
    navigation.go(to);
  };
  return (
    <a
      class={rest.class}
      href={writePath(to)}
      aria-label={name}
      title={hint}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
