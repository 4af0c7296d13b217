import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { clientByRef, fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { ageOn, shortDate } from '../dates';
import { useHost } from '../hostContext';
import { Badge, StatusBadge } from '../parts/Badge';
import { Icon } from '../parts/Icon';
import { Link } from '../parts/Link';
import { Portrait } from '../parts/Portrait';
import { Tabs } from '../parts/Tabs';
import { dossierTabs } from '../router';
import type { DossierTab } from '../router';
import { useText } from '../texts';
import { CarePlan } from './CarePlan';
import { Documents } from './Documents';
import { Medication } from './Medication';
import { Overview } from './Overview';
import { ClientReports } from './Reports';
import { Unknown } from './Unknown';

const PANEL = 'dossier-deel';

/** Shows one dossier: who it is about, and the part that is chosen. */
export function DossierScreen({
  clientRef,
  tab,
}: {
  readonly clientRef: string;
  readonly tab: DossierTab;
}): JSX.Element {
  const { t } = useText();
  const { navigation, dossier } = useHost();
  const client = clientByRef(clientRef);
  useEffect(() => {
    if (client) dossier.opened(client.ref);
  }, [client, dossier]);
  if (!client) return <Unknown title="dossier.unknown" more="dossier.unknown.more" />;
  return (
    <>
      <Link class="back" to={{ screen: 'clients' }}>
        <Icon name="arrowLeft" />
        <span>{t('dossier.back')}</span>
      </Link>
      <Head client={client} />
      <Tabs
        label={t('dossier.tabs')}
        tabs={dossierTabs}
        selected={tab}
        textOf={(name) => t(`dossier.tab.${name}`)}
        panel={PANEL}
        onSelected={(name) => navigation.go({ screen: 'dossier', ref: client.ref, tab: name })}
      />
      <div role="tabpanel" id={PANEL} aria-labelledby={`tab-${tab}`} key={`${client.ref} ${tab}`}>
        <Part client={client} tab={tab} />
      </div>
      <p class="identity" data-identity={`${fullName(client)} · ${shortDate(client.birthDate)} · ${client.bsn}`} />
    </>
  );
}

function Part({ client, tab }: { readonly client: Client; readonly tab: DossierTab }): JSX.Element {
  switch (tab) {
    case 'overzicht':
      return <Overview client={client} />;
    case 'zorgplan':
      return <CarePlan client={client} />;
    case 'rapportage':
      return <ClientReports client={client} />;
    case 'documenten':
      return <Documents client={client} />;
    case 'medicatie':
      return <Medication client={client} />;
  }
}

function Head({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const { today } = useHost();
  return (
    <header class="dossier-head">
      <Portrait client={client} />
      <div class="dossier-who">
        <div class="dossier-title">
          <h1>{fullName(client)}</h1>
          <span class="ref" data-support-unmask="">
            {client.ref}
          </span>
          <StatusBadge status={client.status} />
        </div>
        <zorg-label
          born={shortDate(client.birthDate)}
          age={t('unit.years', { n: ageOn(client.birthDate, today) })}
          bsn={client.bsn}
          born-label={t('overview.birthDate')}
          bsn-label="BSN"
        />
      </div>
      {client.allergies.length > 0 && (
        <div class="dossier-alerts">
          {client.allergies.map((allergy) => (
            <Badge key={allergy} tone="danger">
              <Icon name="alert" />
              <span>{t('dossier.allergy', { naam: allergy })}</span>
            </Badge>
          ))}
        </div>
      )}
    </header>
  );
}
