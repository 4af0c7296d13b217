import type { JSX } from 'preact';
import { people } from '../data/people';
import { useHost } from '../hostContext';
import { Avatar } from '../parts/Badge';
import { Card } from '../parts/Card';
import { Fact, Switch } from '../parts/Fields';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/Icon';
import { RELEASE, showLauncher } from '../support';
import { useText } from '../texts';

const tips: readonly (readonly [tip: 'show' | 'concrete' | 'bundle', icon: IconName])[] = [
  ['show', 'video'],
  ['concrete', 'target'],
  ['bundle', 'layers'],
];

/** Shows the way to the makers of the dossier: Instellingen, Support, Praat met Cliendo. */
export function SupportSettings(): JSX.Element {
  return (
    <>
      <Talk />
      <Tips />
      <ContactPerson />
      <Display />
    </>
  );
}

function Talk(): JSX.Element {
  const { t } = useText();
  return (
    <Card title={t('settings.support')} class="card-talk">
      <p>{t('support.lead')}</p>
      <div class="actions actions-start">
        <button type="button" class="button button-primary button-large" data-support-open="ask">
          <Icon name="chat" />
          <span>{t('support.talk')}</span>
        </button>
        <button type="button" class="button button-large" data-support-open="questions">
          {t('support.mine')}
        </button>
      </div>
      <p class="small muted">{t('support.talk.more')}</p>
    </Card>
  );
}

function Tips(): JSX.Element {
  const { t } = useText();
  return (
    <Card title={t('support.tips')}>
      <ul class="tips">
        {tips.map(([tip, icon]) => (
          <li key={tip}>
            <span class="figure-icon">
              <Icon name={icon} />
            </span>
            <div>
              <p class="row-title">{t(`support.tip.${tip}`)}</p>
              <p class="muted">{t(`support.tip.${tip}.more`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ContactPerson(): JSX.Element {
  const { t } = useText();
  const contact = people.find(({ role }) => role === 'contactPerson');
  return (
    <Card title={t('support.contact')}>
      <p class="muted">{t('support.contact.more')}</p>
      {contact && (
        <p class="row">
          <Avatar name={contact.name} />
          <span class="row-words">
            <span class="row-title">{contact.name}</span>
            <span class="muted">{contact.email}</span>
          </span>
        </p>
      )}
    </Card>
  );
}

function Display(): JSX.Element {
  const { t } = useText();
  const { settings } = useHost();
  const choose = (launcher: boolean): void => {
    settings.choose({ launcher });
    showLauncher(launcher);
  };
  return (
    <Card title={t('support.display')}>
      <Switch
        label={t('support.launcher')}
        more={t('support.launcher.more')}
        checked={settings.choices.value.launcher}
        onChanged={choose}
      />
      <dl class="facts">
        <Fact name={t('support.version')}>
          <span class="figures" data-support-unmask="">
            {RELEASE}
          </span>
        </Fact>
      </dl>
    </Card>
  );
}
