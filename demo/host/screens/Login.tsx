import type { JSX } from 'preact';
import { people } from '../data/people';
import { useHost } from '../hostContext';
import { Avatar } from '../parts/Badge';
import { Icon, Mark } from '../parts/Icon';
import { useText } from '../texts';

/** Shows the way in: one press on who you are. */
export function Login({ failed }: { readonly failed: boolean }): JSX.Element {
  const { t } = useText();
  return (
    <div class="login">
      <aside class="login-side">
        <p class="brand">
          <Mark />
          <span>{t('app.name')}</span>
        </p>
        <Landscape />
        <div class="login-claim">
          <p class="claim">{t('login.claim')}</p>
          <p>{t('login.claim.more')}</p>
        </div>
      </aside>
      <main class="login-main" id="inhoud">
        <h1>{t('login.title')}</h1>
        <p class="muted">{t('login.lead')}</p>
        {failed && (
          <p class="notice notice-danger" role="alert">
            {t('login.failed')}
          </p>
        )}
        <ul class="people" aria-label={t('login.as')}>
          {people.map((person) => (
            <PersonButton key={person.id} person={person} />
          ))}
        </ul>
        <p class="small muted">{t('app.demo')}</p>
      </main>
    </div>
  );
}

function PersonButton({ person }: { readonly person: (typeof people)[number] }): JSX.Element {
  const { t } = useText();
  const { session } = useHost();
  return (
    <li>
      <button type="button" class="person" onClick={() => void session.logIn(person.id)}>
        <Avatar name={person.name} size="large" />
        <span class="person-words">
          <span class="person-name">{person.name}</span>
          <span class="muted">{t(`login.role.${person.role}`)}</span>
        </span>
        <Icon name="chevronRight" />
      </button>
    </li>
  );
}

function Landscape(): JSX.Element {
  return (
    <svg
      class="landscape"
      viewBox="0 0 420 260"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="sun" cx="282" cy="66" r="34" />
      <path class="hill-far" d="M0 168c70-46 132-40 206-8s140 22 214-18v118H0z" />
      <path class="house-side" d="M196 112h64v74h-64z" />
      <path class="house-roof" d="m186 116 42-36 42 36z" />
      <path class="house-door" d="M222 152h14v34h-14zM206 130h12v12h-12zM240 130h12v12h-12z" />
      <path class="house-side two" d="M106 140h54v54h-54z" />
      <path class="house-roof two" d="m98 144 35-30 35 30z" />
      <path class="house-door" d="M127 168h12v26h-12zM114 152h10v10h-10zM143 152h10v10h-10z" />
      <path
        class="tree"
        d="M300 126c14 0 24 12 24 28s-10 26-24 26-24-10-24-26 10-28 24-28M298 178h4v22h-4zM66 152c10 0 17 9 17 20s-7 19-17 19-17-8-17-19 7-20 17-20M64.5 190h3v16h-3z"
      />
      <path class="hill-near" d="M0 204c92-28 150-24 228-6s136 10 192-12v74H0z" />
    </svg>
  );
}
