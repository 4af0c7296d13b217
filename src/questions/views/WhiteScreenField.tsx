import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { WhiteScreen } from '../../protocol';
import { Choice, useText } from '../../ui';
import { PartMap } from './PartMap';

/** What a `WhiteScreenField` takes. */
export interface WhiteScreenFieldProps {
  readonly value: WhiteScreen | undefined;
  readonly onChange: (whiteScreen: WhiteScreen | undefined) => void;
}

/** Asks whether the screen is white, and then which part. "Nee" and no answer are the same to whoever reads it. */
export function WhiteScreenField({ value, onChange }: WhiteScreenFieldProps): JSX.Element {
  const t = useText();
  const saidNo = useSignal(false);
  const answer = value ? 'yes' : saidNo.value ? 'no' : undefined;
  const options = [
    { value: 'yes', label: t('q.white.yes') },
    { value: 'no', label: t('q.white.no') },
  ] as const;
  const choose = (chosen: 'yes' | 'no'): void => {
    saidNo.value = chosen === 'no';
    onChange(chosen === 'yes' ? { parts: [] } : undefined);
  };
  return (
    <>
      <Choice label={t('q.white.label')} value={answer} options={options} onChange={choose} />
      {value && <PartMap parts={value.parts} onChange={(parts) => onChange({ parts })} />}
    </>
  );
}
