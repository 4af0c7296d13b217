import type { JSX } from 'preact';
import type { ClientChoice } from '../../protocol';
import { Choice, useText } from '../../ui';

/** What a `ClientField` takes. */
export interface ClientFieldProps {
  readonly value: ClientChoice | undefined;
  /** The opaque reference of the client that is open now. */
  readonly openRef: string | undefined;
  readonly onChange: (client: ClientChoice) => void;
}

/** Draws for which client it is: the one that is open, all, a few or none. There is no field for a name. */
export function ClientField({ value, openRef, onChange }: ClientFieldProps): JSX.Element {
  const t = useText();
  const ref = value?.ref ?? openRef;
  const options = [
    ...(ref === undefined ? [] : [{ value: 'one', label: t('q.client.this', { ref }) } as const]),
    { value: 'all', label: t('q.client.all') } as const,
    { value: 'some', label: t('q.client.some') } as const,
    { value: 'none', label: t('q.client.none') } as const,
  ];
  const choose = (scope: ClientChoice['scope']): void =>
    onChange(scope === 'one' && ref !== undefined ? { scope, ref } : { scope });
  return (
    <Choice
      label={t('q.client.label')}
      value={value?.scope}
      options={options}
      onChange={choose}
      hint={value?.scope === 'one' && t('q.client.privacy')}
    />
  );
}
