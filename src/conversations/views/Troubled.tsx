import type { JSX } from 'preact';
import type { MessageKey } from '../../locale';
import { Button, Notice, Skeleton, useText } from '../../ui';
import type { Trouble } from '../conversation';

const TEXTS: Readonly<Record<Trouble, MessageKey>> = {
  offline: 'off.banner',
  signedOut: 'state.readonly',
  denied: 'state.denied',
  failed: 'state.failed',
};

/** Says why something could not be read; what was read before stays below it. */
export function Troubled({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}): JSX.Element {
  const t = useText();
  const canRetry = trouble === 'failed' || trouble === 'offline';
  return (
    <Notice
      kind={trouble === 'failed' ? 'danger' : 'warning'}
      actions={canRetry && <Button onPress={onRetry}>{t('err.retry')}</Button>}
    >
      {t(TEXTS[trouble])}
    </Notice>
  );
}

/** Keeps the place of what is on its way, and says so. */
export function Loading({ lines }: { readonly lines: number }): JSX.Element {
  const t = useText();
  return (
    <div class="stack c-loading">
      <Skeleton lines={lines} />
      <p class="small" role="status">
        {t('state.loading')}
      </p>
    </div>
  );
}
