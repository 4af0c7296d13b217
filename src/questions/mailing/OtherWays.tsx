import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { problemText, type MessageKey, type Translate } from '../../locale';
import { Disclosure, Icon, List, ListRow, Notice, Screen, Skeleton, useAnnounce, useText } from '../../ui';
import type { ScreenFrame } from '../views/frame';
import { mailablePictures, type Waiting } from './mailed';
import type { MailingModelInstance, Outcome, Words } from './mailing.model';
import { mailSubject, mailText, mailtoLink } from './mailText';
import type { Standing } from './ports';

/** What `OtherWays` takes. */
export interface OtherWaysProps {
  readonly model: MailingModelInstance;
  readonly frame: ScreenFrame;
}

/** Draws the ladder for a question that does not get through: send again, copy, a mail as a file, a short mail. */
export function OtherWays({ model, frame }: OtherWaysProps): JSX.Element {
  const t = useText();
  const words = model.words.value;
  const state = model.standing.value?.state;
  const isOver = state === 'received' || state === 'gone';
  useEffect(() => void model.start(), [model]);
  return (
    <Screen {...frame} title={t('mail.title')}>
      <StandingNotice model={model} />
      {!isOver && <Offered model={model} words={words} />}
    </Screen>
  );
}

function Offered({ model, words }: Pick<OtherWaysProps, 'model'> & { readonly words: Words }): JSX.Element {
  const t = useText();
  switch (words.state) {
    case 'reading':
      return <Skeleton lines={5} />;
    case 'here':
      return <Ways model={model} waiting={words.waiting} />;
    case 'gone':
      return <Notice>{t('mail.gone')}</Notice>;
    case 'closed':
      return <Notice kind="warning">{t('mail.closed')}</Notice>;
  }
}

/** Says how far it is, or why it does not go. */
function StandingNotice({ model }: Pick<OtherWaysProps, 'model'>): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const standing = model.standing.value;
  const isReceived = standing?.state === 'received';
  const text = standing && standingText(standing, t);
  useEffect(() => {
    if (isReceived && text) announce(text);
  }, [isReceived]);
  if (!text) return null;
  const isTrouble = standing.problem !== undefined || standing.state === 'gone';
  return <Notice kind={isReceived ? 'success' : isTrouble ? 'warning' : 'info'}>{text}</Notice>;
}

function standingText({ state, reference, problem, isHeld }: Standing, t: Translate): string | undefined {
  if (state === 'received') return t('say.sent', { ref: reference ?? '' });
  if (state === 'gone') return t('err.gone');
  if (state === 'sending') return t('mail.sending');
  if (isHeld) return t('q.held');
  return problem && t(problemText(problem));
}

interface WaysProps {
  readonly model: MailingModelInstance;
  readonly waiting: Waiting;
}

function Ways({ model, waiting }: WaysProps): JSX.Element {
  const t = useText();
  const { content, to } = model.rules();
  const subject = mailSubject(waiting, t);
  const text = mailText(waiting, t);
  const mayMail = content !== 'off';
  const isRefused = model.standing.value?.state === 'attention';
  return (
    <>
      {mayMail && <p>{t('mail.lead')}</p>}
      <List label={t('mail.ways')} ordered>
        <ListRow
          icon="send"
          title={t('err.retry')}
          detail={t(isRefused ? 'mail.again.refused' : 'mail.again')}
          onPress={() => void model.sendAgain()}
        />
        <ListRow
          icon="bundle"
          title={t('missed.copy')}
          detail={t('mail.copy.sub')}
          onPress={() => void model.copy(text)}
        />
        {mayMail && (
          <ListRow
            icon="file"
            title={t('missed.mail')}
            detail={t('mail.file.sub')}
            onPress={() => void model.save({ subject, text, name: t('mail.file.name') })}
          />
        )}
        {mayMail && <ShortMail link={mailtoLink({ to, subject, text })} />}
      </List>
      <OutcomeNotice outcome={model.outcome.value} />
      {mayMail && <Privacy waiting={waiting} model={model} />}
      <Disclosure summary={t('mail.what')} open={model.outcome.value === 'notCopied'}>
        <pre class="q-exact" tabIndex={0}>
          {text}
        </pre>
      </Disclosure>
    </>
  );
}

/** Begins a mail in the person's own program. Where the text does not fit, it says which way does. */
function ShortMail({ link }: { readonly link: string | undefined }): JSX.Element {
  const t = useText();
  return (
    <li>
      {link === undefined ? (
        <p class="small q-long">{t('mail.long')}</p>
      ) : (
        <a class="list-row" href={link}>
          <Icon name="talk" />
          <span class="grow">
            <span class="list-title">{t('mail.short')}</span>
            <span class="small">{t('mail.short.sub')}</span>
          </span>
          <Icon name="next" />
        </a>
      )}
    </li>
  );
}

const OUTCOMES: Readonly<Record<Outcome, MessageKey>> = {
  copied: 'missed.copied',
  notCopied: 'mail.copy.failed',
  saved: 'mail.file.saved',
};

function OutcomeNotice({ outcome }: { readonly outcome: Outcome | undefined }): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const text = outcome && t(OUTCOMES[outcome]);
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  return text ? <Notice kind={outcome === 'notCopied' ? 'warning' : 'success'}>{text}</Notice> : null;
}

/** Says what ordinary mail leaves out, and why. */
function Privacy({ waiting: { submission }, model }: WaysProps): JSX.Element {
  const t = useText();
  const pictures = mailablePictures(submission, model.rules().content).length;
  const hasPictures = submission.attachments.length > 0;
  return (
    <div class="stack small">
      <p>{t('mail.private')}</p>
      {hasPictures && <p>{pictures > 0 ? t('mail.pictures', { n: pictures }) : t('mail.pictures.none')}</p>}
      <p>{t('mail.once')}</p>
    </div>
  );
}
