import type { JSX } from 'preact';
import { useHost, usePerson } from '../hostContext';
import { Card, PageHead } from '../parts/Card';
import { Segments, Switch, TextInput } from '../parts/Fields';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/Icon';
import { Link } from '../parts/Link';
import { settingsPages } from '../router';
import type { SettingsPage } from '../router';
import { speak } from '../support';
import { useText } from '../texts';
import { SupportSettings } from './SupportSettings';

const icons: Readonly<Record<SettingsPage, IconName>> = { profiel: 'person', meldingen: 'bell', support: 'support' };
const notifications = ['report', 'agenda', 'plan', 'medication'] as const;

/** Shows the settings: the pages at the side, the chosen one beside them. */
export function Settings({ page }: { readonly page: SettingsPage }): JSX.Element {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div class="settings">
        <nav class="settings-pages" aria-label={t('settings.pages')}>
          <ul>
            {settingsPages.map((name) => (
              <li key={name}>
                <Link class="nav-link" to={{ screen: 'settings', page: name }} current={name === page}>
                  <Icon name={icons[name]} />
                  <span>{t(`settings.${name}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="settings-page">
          <Page page={page} />
        </div>
      </div>
    </>
  );
}

function Page({ page }: { readonly page: SettingsPage }): JSX.Element {
  switch (page) {
    case 'profiel':
      return <Profile />;
    case 'meldingen':
      return <Notifications />;
    case 'support':
      return <SupportSettings />;
  }
}

function Profile(): JSX.Element {
  const { t } = useText();
  const { settings } = useHost();
  const person = usePerson();
  const choose = (name: string): void => {
    const language = name === 'en' ? 'en' : 'nl';
    settings.choose({ language });
    speak(language);
  };
  return (
    <>
      <Card title={t('settings.profiel')}>
        <p class="muted">{t('profile.lead')}</p>
        <div class="form form-grid">
          <TextInput label={t('profile.name')} value={person.name} readOnly />
          <TextInput label={t('profile.role')} value={t(`login.role.${person.role}`)} readOnly />
          <TextInput label={t('profile.team')} value={person.team} readOnly />
          <TextInput label={t('profile.phone')} value={person.phone} readOnly />
          <div class="wide">
            <TextInput label={t('profile.email')} value={person.email} readOnly />
          </div>
        </div>
      </Card>
      <Card title={t('profile.language')}>
        <p class="muted">{t('profile.language.more')}</p>
        <Segments
          label={t('profile.language')}
          value={settings.choices.value.language}
          options={[
            ['nl', t('profile.language.nl')],
            ['en', t('profile.language.en')],
          ]}
          onChanged={choose}
        />
      </Card>
    </>
  );
}

function Notifications(): JSX.Element {
  const { t } = useText();
  const { settings } = useHost();
  const { muted } = settings.choices.value;
  return (
    <Card title={t('settings.meldingen')}>
      <p class="muted">{t('notifications.lead')}</p>
      <div class="switches">
        {notifications.map((name) => (
          <Switch
            key={name}
            label={t(`notifications.${name}`)}
            more={t(`notifications.${name}.more`)}
            checked={!muted.includes(name)}
            onChanged={(isOn) =>
              settings.choose({ muted: isOn ? muted.filter((one) => one !== name) : [...muted, name] })
            }
          />
        ))}
      </div>
    </Card>
  );
}
