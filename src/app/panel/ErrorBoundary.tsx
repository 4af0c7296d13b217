import { Component, type ComponentChildren } from 'preact';

/** What an `ErrorBoundary` takes. */
export interface ErrorBoundaryProps {
  readonly onError: (cause: unknown) => void;
  /** Shown instead of a screen that failed. */
  readonly fallback: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Keeps a screen that fails from taking the others with it: what was typed lives in models, not here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static override getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(cause: unknown): void {
    this.props.onError(cause);
  }

  override render(): ComponentChildren {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
