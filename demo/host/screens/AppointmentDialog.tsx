import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AppointmentKind } from '../data/appointments';
import { clientByRef, clients, fullName } from '../data/clients';
import type { Appointment } from '../dossier.model';
import { useHost } from '../hostContext';
import { Dialog } from '../parts/Dialog';
import { Select, TextArea, TextInput } from '../parts/Fields';
import { useText } from '../texts';

const kinds: readonly AppointmentKind[] = ['visit', 'care', 'review', 'phone', 'team', 'activity'];
const lengths: readonly number[] = [15, 30, 45, 60, 75, 90, 120, 180];

interface AppointmentDialogProps {
  readonly appointment: Appointment;
  readonly onClosed: () => void;
}

/** Shows an appointment in a modal dialog, to change, save or remove it. */
export function AppointmentDialog({ appointment, onClosed }: AppointmentDialogProps): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const isNew = !dossier.appointments.value.some(({ id }) => id === appointment.id);
  return (
    <Dialog title={t(isNew ? 'agenda.add' : 'agenda.edit')} onClosed={onClosed}>
      {(close) => <AppointmentForm appointment={appointment} isNew={isNew} close={close} />}
    </Dialog>
  );
}

interface FormProps {
  readonly appointment: Appointment;
  readonly isNew: boolean;
  readonly close: () => void;
}

function AppointmentForm({ appointment, isNew, close }: FormProps): JSX.Element {
  const { t } = useText();
  const { dossier } = useHost();
  const [draft, setDraft] = useState(appointment);
  const change = (part: Partial<Appointment>): void => setDraft({ ...draft, ...part });
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    close();
    dossier.keepAppointment(draft);
  };
  const remove = (): void => {
    close();
    dossier.removeAppointment(appointment.id);
  };
  return (
    <form class="form form-grid" onSubmit={save} data-support-place={t('agenda.edit')}>
      <What draft={draft} onChanged={change} />
      <When draft={draft} onChanged={change} />
      <div class="actions wide">
        {!isNew && (
          <button type="button" class="button button-danger button-left" onClick={remove}>
            {t('action.remove')}
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          {t('action.cancel')}
        </button>
        <button type="submit" class="button button-primary">
          {t('action.save')}
        </button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly draft: Appointment;
  readonly onChanged: (part: Partial<Appointment>) => void;
}

function What({ draft, onChanged }: PartProps): JSX.Element {
  const { t } = useText();
  const choose = (ref: string): void => onChanged({ client: ref });
  return (
    <>
      <Select
        label={t('agenda.field.kind')}
        value={draft.kind}
        options={kinds.map((kind) => [kind, t(`agenda.kind.${kind}`)] as const)}
        onChanged={(name) => onChanged({ kind: kinds.find((kind) => kind === name) ?? draft.kind })}
      />
      <Select
        label={t('agenda.field.client')}
        value={draft.client ?? ''}
        options={[
          ['', t('agenda.field.client.none')],
          ...clients.map((client) => [client.ref, fullName(client)] as const),
        ]}
        onChanged={choose}
      />
    </>
  );
}

function When({ draft, onChanged }: PartProps): JSX.Element {
  const { t } = useText();
  const client = clientByRef(draft.client ?? '');
  return (
    <>
      <TextInput
        label={t('agenda.field.date')}
        type="date"
        value={draft.date}
        required
        onChanged={(date) => onChanged({ date })}
      />
      <div class="two">
        <TextInput
          label={t('agenda.field.start')}
          type="time"
          value={draft.start}
          required
          onChanged={(start) => onChanged({ start })}
        />
        <Select
          label={t('agenda.field.minutes')}
          value={String(draft.minutes)}
          options={lengths.map((minutes) => [String(minutes), t('unit.minutes', { n: minutes })] as const)}
          onChanged={(minutes) => onChanged({ minutes: Number(minutes) })}
        />
      </div>
      <div class="wide">
        <TextInput
          label={t('agenda.field.location')}
          value={draft.location}
          onChanged={(location) => onChanged({ location })}
        />
      </div>
      <div class="wide">
        <TextArea
          label={t('agenda.field.note')}
          value={draft.note}
          rows={3}
          {...(client ? { placeholder: t('agenda.field.note.field', { naam: fullName(client) }) } : {})}
          onChanged={(note) => onChanged({ note })}
        />
      </div>
    </>
  );
}
