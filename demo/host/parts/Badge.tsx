import type { ComponentChildren, JSX } from 'preact';
import type { Client, ClientStatus } from '../data/clients';
import { fullName } from '../data/clients';
import { useText } from '../texts';

/** The colour of a badge; the words say the same. */
export type Tone = 'ok' | 'info' | 'warn' | 'danger' | 'plum' | 'plain';

const toneOfStatus: Readonly<Record<ClientStatus, Tone>> = { active: 'ok', intake: 'info', ended: 'plain' };

/** Shows a short word on a soft ground. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }): JSX.Element {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

/** Shows where a client stands. */
export function StatusBadge({ status }: { readonly status: ClientStatus }): JSX.Element {
  const { t } = useText();
  return <Badge tone={toneOfStatus[status]}>{t(`status.${status}`)}</Badge>;
}

/** Shows initials on a colour that stays the same for a name. Decoration: the name stands beside it. */
export function Avatar({
  name,
  size = 'normal',
}: {
  readonly name: string;
  readonly size?: 'small' | 'normal' | 'large';
}): JSX.Element {
  return (
    <span class={`avatar avatar-${size} shade-${shadeOf(name)}`} data-initials={initialsOf(name)} aria-hidden="true" />
  );
}

/** Shows a client in a line: avatar, name, number. */
export function ClientLine({ client }: { readonly client: Client }): JSX.Element {
  return (
    <span class="client-line">
      <Avatar name={fullName(client)} />
      <span class="client-words">
        <span class="client-name">{fullName(client)}</span>
        <span class="ref" data-support-unmask="">
          {client.ref}
        </span>
      </span>
    </span>
  );
}

/** Chooses one of six shades for a name. */
export const shadeOf = (name: string): number => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;

const initialsOf = (name: string): string => {
  const words = name.split(' ');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
};
