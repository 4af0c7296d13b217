import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Dialog, List, ListRow, Notice, Progress, useAnnounce, useText } from '../../ui';
import { canSend, type SignOutChoice, type UnsentThings } from './unsent';

/** How what stays on the device is kept there: `sealed` to its person, `open`, or not at all. */
export type Keeping = 'sealed' | 'open' | 'none';

/** What a `SignOutDialog` takes. */
export interface SignOutDialogProps {
  readonly unsent: UnsentThings;
  readonly keeping: Keeping;
  /** It is being sent: nothing can be chosen any more. */
  readonly isSending: boolean;
  /** Closing it is keeping: nobody loses anything by leaving. */
  readonly onChoose: (choice: SignOutChoice) => void;
}

/** Asks what becomes of what was not sent, before somebody leaves a computer that others use. */
export function SignOutDialog({ unsent, keeping, isSending, onChoose }: SignOutDialogProps): JSX.Element {
  const t = useText();
  return (
    <Dialog title={t('out.title')} onClose={() => onChoose('keep')}>
      <Counted unsent={unsent} />
      {isSending ? <Sending /> : <Choices unsent={unsent} keeping={keeping} onChoose={onChoose} />}
    </Dialog>
  );
}

/** Names what there is, kind by kind. */
function Counted({ unsent: { questions, replies, drafts } }: Pick<SignOutDialogProps, 'unsent'>): JSX.Element {
  const t = useText();
  return (
    <div class="stack">
      {questions > 0 && <p>{t('out.questions', { n: questions })}</p>}
      {replies > 0 && <p>{t('out.replies', { n: replies })}</p>}
      {drafts > 0 && <p>{t('out.drafts', { n: drafts })}</p>}
    </div>
  );
}

function Choices({ unsent, keeping, onChoose }: Omit<SignOutDialogProps, 'isSending'>): JSX.Element {
  const t = useText();
  return (
    <>
      <List label={t('out.choices')}>
        {canSend(unsent) && (
          <ListRow
            icon="send"
            title={t('out.send')}
            detail={keeping !== 'none' && t('out.send.sub')}
            onPress={() => onChoose('send')}
          />
        )}
        {keeping !== 'none' && (
          <ListRow
            icon="bundle"
            title={t('out.keep')}
            detail={t(keeping === 'sealed' ? 'out.keep.sealed' : 'out.keep.open')}
            onPress={() => onChoose('keep')}
          />
        )}
        <ListRow
          icon="remove"
          title={t('out.delete')}
          detail={t('out.delete.sub')}
          onPress={() => onChoose('delete')}
        />
      </List>
      {keeping === 'none' ? (
        <Notice kind="warning">{t('out.nowhere')}</Notice>
      ) : (
        <p class="small">{t('out.nothing')}</p>
      )}
    </>
  );
}

function Sending(): JSX.Element {
  const t = useText();
  const announce = useAnnounce();
  const text = t('out.sending');
  useEffect(() => announce(text), []);
  return <Progress label={text} />;
}
