import type { JSX } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { Icon, IconButton, stayClear, useText } from '../../ui';
import type { ShownHint } from '../shown';
import { useHints } from './hintContext';
import { HintFoot, HintText } from './HintWords';
import { useCard } from './useCard';

/** Draws a strip over the top or bottom of the page. It moves nothing of the page. */
export function HintBanner({ hint }: { readonly hint: ShownHint }): JSX.Element {
  const t = useText();
  const id = useId();
  const { doings } = useHints();
  const { card, heading } = useCard(hint);
  useLayoutEffect(() => {
    const isLow = hint.placement?.startsWith('bottom') ?? false;
    return card.current ? stayClear(card.current, isLow ? ['bottom', 'top'] : ['top', 'bottom']) : undefined;
  }, [hint.placement]);
  return (
    <section
      class="hint hint-banner"
      popover="manual"
      data-hint={hint.id}
      tabIndex={-1}
      ref={card}
      {...(hint.title ? { 'aria-labelledby': `${id}t` } : { 'aria-label': t('hint.name') })}
    >
      <div class="hint-in">
        <Icon name="info" />
        <div class="hint-words">
          {hint.title && (
            <h2 id={`${id}t`} ref={heading} tabIndex={-1}>
              {hint.title}
            </h2>
          )}
          <HintText hint={hint} />
        </div>
        <HintFoot hint={hint} id={id} />
        <IconButton icon="close" name={t('hint.close')} keys="Escape" onPress={() => doings.dismiss(hint.id)} />
      </div>
    </section>
  );
}
