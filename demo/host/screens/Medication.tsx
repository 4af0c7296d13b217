import type { JSX } from 'preact';
import { fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { medicinesOf } from '../data/medication';
import type { Medicine, Round } from '../data/medication';
import { shortDate } from '../dates';
import { useHost } from '../hostContext';
import { Badge } from '../parts/Badge';
import { Card } from '../parts/Card';
import { TextInput } from '../parts/Fields';
import { useText } from '../texts';

const rounds: readonly Round[] = ['morning', 'noon', 'evening', 'night'];

/** Shows what a client gets today and lets you sign it off. */
export function Medication({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const medicines = medicinesOf(client.ref);
  const signed = dossier.signedOff.value;
  const left = medicines.flatMap((medicine) =>
    medicine.rounds.filter((round) => !medicine.given[round] && !signed.has(keyOf(client, medicine, round))),
  ).length;
  const state =
    left === 0 ? (
      <Badge tone="ok">{t('medication.done')}</Badge>
    ) : (
      <Badge tone="warn">{t('medication.left', { n: left })}</Badge>
    );
  return (
    <div class="columns">
      <div class="column">
        <Card title={t('medication.title')} action={state} place={t('medication.title')}>
          <table class="table table-inside">
            <caption class="sr-only">{t('medication.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('medication.column.medicine')}</th>
                <th scope="col">{t('medication.column.dose')}</th>
                {rounds.map((round) => (
                  <th key={round} scope="col" class="middle">
                    {t(`medication.round.${round}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {medicines.map((medicine) => (
                <MedicineRow key={medicine.name} client={client} medicine={medicine} />
              ))}
            </tbody>
          </table>
        </Card>
      </div>
      <div class="column column-side">
        <Identity client={client} />
        <Card title={t('medication.allergies')}>
          {client.allergies.length === 0 ? (
            <p class="muted">{t('medication.allergies.none')}</p>
          ) : (
            <p class="badges">
              {client.allergies.map((allergy) => (
                <Badge key={allergy} tone="danger">
                  {allergy}
                </Badge>
              ))}
            </p>
          )}
        </Card>
      </div>
    </div>
  );
}

function MedicineRow({ client, medicine }: { readonly client: Client; readonly medicine: Medicine }): JSX.Element {
  const { t } = useText();
  return (
    <tr>
      <th scope="row">
        <span class="pair">
          <span>{medicine.name}</span>
          {medicine.remark !== '' && <span class="muted small">{medicine.remark}</span>}
        </span>
      </th>
      <td class="nowrap" data-label={t('medication.column.dose')}>
        {medicine.dose}
      </td>
      {rounds.map((round) => (
        <td
          key={round}
          class={medicine.rounds.includes(round) ? 'middle' : 'middle nothing'}
          data-label={t(`medication.round.${round}`)}
        >
          {medicine.rounds.includes(round) && <Moment client={client} medicine={medicine} round={round} />}
        </td>
      ))}
    </tr>
  );
}

function Moment({
  client,
  medicine,
  round,
}: {
  readonly client: Client;
  readonly medicine: Medicine;
  readonly round: Round;
}): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const given = medicine.given[round];
  const key = keyOf(client, medicine, round);
  if (given !== undefined) return <span class="given figures">{given}</span>;
  return (
    <input
      type="checkbox"
      class="tick"
      aria-label={t('medication.sign', {
        middel: medicine.name,
        naam: fullName(client),
        ronde: t(`medication.round.${round}`),
      })}
      checked={dossier.signedOff.value.has(key)}
      onChange={() => dossier.toggleSignedOff(key)}
    />
  );
}

function Identity({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  return (
    <Card title={t('medication.check')}>
      <div class="form">
        <TextInput label={t('medication.check.name')} value={fullName(client)} readOnly />
        <TextInput label={t('overview.birthDate')} value={shortDate(client.birthDate)} readOnly />
        <TextInput label={t('overview.bsn')} value={client.bsn} readOnly />
      </div>
    </Card>
  );
}

const keyOf = (client: Client, medicine: Medicine, round: Round): string => `${client.ref} ${medicine.name} ${round}`;
