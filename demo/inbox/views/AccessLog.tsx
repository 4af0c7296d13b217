import { useModel } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { AccessRow } from '../../../src/protocol/index';
import { AccessModel, type InstanceOfAccess } from '../access.model';
import type { AgentBackend } from '../agentBackend';
import { accessCsv } from '../accessCsv';
import { formatMoment } from '../format';
import { saveFile } from '../saveFile';
import { say } from '../texts';
import { Dialog } from './Dialog';
import { Icon } from './Icon';

/** What the access log needs. */
export interface AccessLogProps {
  readonly backend: Pick<AgentBackend, 'accesses' | 'checkAccesses'>;
  readonly onClose: () => void;
}

/** Shows who saw what, to who looks after that; reading it is written down too. */
export function AccessLog({ backend, onClose }: AccessLogProps): JSX.Element {
  const access = useModel(() => new AccessModel(backend));
  useEffect(() => void access.search(), []);
  return (
    <Dialog name={say('access.title')} className="wideDialog" onClose={onClose}>
      <header class="dialogHead">
        <h2>{say('access.title')}</h2>
        <button type="button" class="button quiet iconOnly" aria-label={say('access.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p class="small muted">{say('access.sub')}</p>
      <Tools access={access} />
      <Rows access={access} />
    </Dialog>
  );
}

const Tools = ({ access }: { readonly access: InstanceOfAccess }): JSX.Element => (
  <form
    class="accessTools"
    onSubmit={(event) => {
      event.preventDefault();
      void access.search();
    }}
  >
    <label>
      <span class="small">{say('access.client')}</span>
      <input
        class="field"
        type="search"
        autocomplete="off"
        data-first-focus
        value={access.client.value}
        onInput={(event) => {
          access.client.value = event.currentTarget.value;
        }}
      />
    </label>
    <button type="submit" class="button">
      <Icon name="search" />
      {say('access.search')}
    </button>
    <button type="button" class="button" onClick={() => void access.prove()}>
      <Icon name="check" />
      {say('access.check')}
    </button>
    <button type="button" class="button" onClick={() => void saveAll(access)}>
      <Icon name="download" />
      {say('access.save')}
    </button>
    <Saved access={access} />
    <Proof access={access} />
  </form>
);

function Saved({ access: { saving } }: { readonly access: InstanceOfAccess }): JSX.Element {
  const now = saving.value;
  return (
    <p class={`accessProof ${now?.state === 'failed' ? 'pill danger' : 'small muted'}`} role="status">
      {now && say(`access.save.${now.state}`, { n: now.rows })}
    </p>
  );
}

async function saveAll(access: InstanceOfAccess): Promise<void> {
  const rows = await access.collect();
  if (rows) saveFile('logboek.csv', new Blob([accessCsv(rows)], { type: 'text/csv;charset=utf-8' }));
}

function Proof({ access: { check } }: { readonly access: InstanceOfAccess }): JSX.Element {
  const found = check.value;
  const said =
    found === undefined
      ? ''
      : found === 'busy'
        ? say('access.check.busy')
        : found === 'failed'
          ? say('access.check.failed')
          : found.sound
            ? say('access.check.sound', { n: found.chains.reduce((sum, { rows }) => sum + rows, 0) })
            : brokenAt(found.chains);
  const isBroken = typeof found === 'object' && !found.sound;
  return (
    <p class={`accessProof ${isBroken ? 'pill danger' : 'small muted'}`} role="status">
      {said}
    </p>
  );
}

const brokenAt = (
  chains: readonly { readonly organisation: string; readonly broken?: { readonly place: number } }[],
): string => {
  const chain = chains.find(({ broken }) => broken !== undefined);
  return say('access.check.broken', { place: chain?.broken?.place ?? 0, organisation: chain?.organisation ?? '' });
};

function Rows({ access }: { readonly access: InstanceOfAccess }): JSX.Element {
  const rows = access.rows.value ?? [];
  if (access.state.value === 'loading') return <p class="empty muted">{say('access.loading')}</p>;
  if (access.failed.value)
    return (
      <div class="empty">
        <Icon name="warning" />
        <p class="emptyTitle">{say('access.failed')}</p>
        <button type="button" class="button" onClick={() => void access.search()}>
          {say('retry')}
        </button>
      </div>
    );
  if (rows.length === 0) return <p class="empty muted">{say('access.none')}</p>;
  return (
    <>
      <div class="accessTable" role="region" aria-label={say('access.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(['at', 'who', 'what', 'about', 'client', 'why'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`access.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.seq} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {access.more.value && (
        <button type="button" class="button" onClick={() => void access.older()}>
          {say('access.older')}
        </button>
      )}
    </>
  );
}

const Line = ({ row }: { readonly row: AccessRow }): JSX.Element => (
  <tr>
    <td class="number">{formatMoment(row.at)}</td>
    <td>
      {row.actor.name}
      {row.onBehalfOf !== row.actor.id && (
        <span class="small muted"> {say('access.behalf', { who: row.onBehalfOf })}</span>
      )}
    </td>
    <td>
      {say(`access.event.${row.event}`)}
      {row.outcome === 'refused' && <span class="pill warning">{say('access.refused')}</span>}
    </td>
    <td>
      {row.number ?? ''} {row.attachment !== undefined && <span class="small muted">{say('access.attachment')}</span>}
    </td>
    <td>{row.clientRefs.join(', ')}</td>
    <td>{say(`access.purpose.${row.purpose}`)}</td>
  </tr>
);
