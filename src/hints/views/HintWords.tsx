import type { JSX, RefObject } from 'preact';
import { Button, IconButton, RichText, useText } from '../../ui';
import { cardButtons, type CardButton } from '../cardButtons';
import type { HintDoings, PictureShown, ShownHint } from '../shown';
import { useHints } from './hintContext';

/** What the parts of a card take. */
export interface HintPartProps {
  readonly hint: ShownHint;
  /** Ids of what names the card begin with it. */
  readonly id: string;
}

/** Answers which elements name a card: its title, and the step it is. */
export const namesOf = ({ title, step }: ShownHint, id: string): string | undefined =>
  [...(title ? [`${id}t`] : []), ...(step && title ? [`${id}s`] : [])].join(' ') || undefined;

/** Draws the head of a card: its title, and the cross that every card has. */
export function HintHead({
  hint,
  id,
  heading,
}: HintPartProps & { readonly heading: RefObject<HTMLHeadingElement | null> }): JSX.Element {
  const t = useText();
  const { doings } = useHints();
  return (
    <div class="hint-head">
      {hint.title && (
        <h2 id={`${id}t`} ref={heading} tabIndex={-1}>
          {hint.title}
        </h2>
      )}
      <IconButton icon="close" name={t('hint.close')} keys="Escape" onPress={() => doings.dismiss(hint.id)} />
    </div>
  );
}

/** Draws the text of a hint. Links that lead into the app or the panel are the app's to follow. */
export function HintText({ hint }: { readonly hint: ShownHint }): JSX.Element {
  const t = useText();
  const { doings } = useHints();
  return (
    <>
      {hint.picture && <HintPicture {...hint.picture} />}
      {hint.isPlaceMissing && <p class="hint-gone">{t('hint.gone')}</p>}
      {hint.body.length > 0 && <RichText content={hint.body} onLink={(href) => doings.link(hint.id, href)} />}
    </>
  );
}

/** Draws a picture, or says what would be seen. Its size is known, so the words below it never move. */
function HintPicture({ alt, seen }: PictureShown): JSX.Element {
  return seen ? (
    <img class="hint-picture" src={seen.url} width={seen.width} height={seen.height} alt={alt} />
  ) : (
    <p class="hint-gone">{alt}</p>
  );
}

/** Draws the buttons of a hint, and which step of a tour it is. */
export function HintFoot({ hint, id }: HintPartProps): JSX.Element | null {
  const t = useText();
  const { never, others, primary } = cardButtons(hint);
  const { step } = hint;
  if (!never && !primary && !step && others.length === 0) return null;
  return (
    <div class="hint-foot">
      {step && (
        <span class="hint-step" id={`${id}s`}>
          {t('hint.step', { i: step.index + 1, n: step.count })}
        </span>
      )}
      {never && <HintButton hint={hint} button={never} kind="quiet" />}
      {(primary || others.length > 0) && (
        <span class="hint-acts">
          {others.map((button) => (
            <HintButton key={`${button.does}${button.action}`} hint={hint} button={button} kind="secondary" />
          ))}
          {primary && <HintButton hint={hint} button={primary} kind="primary" />}
        </span>
      )}
    </div>
  );
}

interface HintButtonProps {
  readonly hint: ShownHint;
  readonly button: CardButton;
  readonly kind: 'primary' | 'secondary' | 'quiet';
}

/** What a button is called when the designer has no word for it. */
const NAMES = {
  act: 'hint.done',
  next: 'hint.next',
  done: 'hint.done',
  back: 'hint.prev',
  dismiss: 'hint.done',
  snooze: 'hint.later',
  never: 'hint.never',
} as const;

function HintButton({ hint, button, kind }: HintButtonProps): JSX.Element {
  const t = useText();
  const { doings } = useHints();
  return (
    <Button kind={kind} onPress={() => press(doings, hint.id, button)}>
      {button.label ?? t(NAMES[button.does])}
    </Button>
  );
}

function press(doings: HintDoings, hint: string, { does, action = 0 }: CardButton): void {
  if (does === 'act') doings.act(hint, action);
  else if (does === 'done') doings.next(hint);
  else doings[does](hint);
}
