import type { JSX } from 'preact';

/** One component in each of its states. A state is a component without props, so it may use hooks. */
export interface Scene {
  readonly title: string;
  /** How the state is framed: beside the page as the panel is, or on its own. Default `card`. */
  readonly frame?: 'card' | 'panel' | 'none';
  readonly sheets?: readonly CSSStyleSheet[];
  readonly states: Readonly<Record<string, () => JSX.Element>>;
}
