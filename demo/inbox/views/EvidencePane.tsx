import type { JSX } from 'preact';
import type { AgentQuestion, Place } from '../../../src/protocol/index';
import type { AgentBackend } from '../agentBackend';
import type { Id } from '../draft';
import { clientText } from '../evidence';
import { formatMoment, whiteParts } from '../format';
import { say } from '../texts';
import { Attachments } from './Attachments';
import { Fact, Facts } from './Facts';
import { Trail } from './Trail';

/** What the evidence of a question needs. */
export interface EvidencePaneProps {
  readonly open: AgentQuestion;
  readonly grant: AgentBackend['grant'];
  readonly onDraw: (attachment: Id) => void;
}

/** Shows everything that came with a question, beside the conversation: pictures first, then where, for whom, and what went before. */
export function EvidencePane({ open, grant, onDraw }: EvidencePaneProps): JSX.Element {
  const { question, environment } = open;
  return (
    <section class="evidence" aria-label={say('thread.evidence')}>
      <Attachments open={open} grant={grant} onDraw={onDraw} />
      <About open={open} />
      <Trail question={question} />
      {environment && (
        <Facts title={say('evidence.environment')}>
          <Fact name={say('evidence.app')}>
            {environment.app} {environment.release}
          </Fact>
          <Fact name={say('evidence.browser')}>{environment.browser}</Fact>
          <Fact name={say('evidence.os')}>{environment.os}</Fact>
          <Fact name={say('evidence.viewport')}>
            {environment.viewport.join(' × ')} ({environment.pixelRatio}×)
          </Fact>
          <Fact name={say('evidence.language')}>{environment.locale}</Fact>
        </Facts>
      )}
    </section>
  );
}

function About({ open: { question, row } }: Pick<EvidencePaneProps, 'open'>): JSX.Element {
  const { place, client, whiteScreen, kind, fields } = question;
  return (
    <Facts title={say('evidence.about')}>
      <Where place={place} />
      <Fact name={say('evidence.client')}>{client?.ref ? <code>{client.ref}</code> : clientText(client)}</Fact>
      <Fact name={say('evidence.kind')}>{say(`kind.${kind}`)}</Fact>
      {whiteScreen && (
        <Fact name={say('evidence.white')}>
          <WhiteMap parts={whiteScreen.parts} />
        </Fact>
      )}
      {Object.entries(fields).map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
      <Fact name={say('evidence.asker')}>
        {row.asker}, {row.organisation}
      </Fact>
      <Fact name={say('evidence.received')}>
        <time dateTime={row.receivedAt}>{formatMoment(row.receivedAt)}</time>
      </Fact>
    </Facts>
  );
}

function Where({ place }: { readonly place: Place | undefined }): JSX.Element {
  if (!place) return <Fact name={say('evidence.place')}>{say('evidence.place.none')}</Fact>;
  return (
    <>
      <Fact name={say('evidence.place')}>{place.label}</Fact>
      {place.route !== '' && (
        <Fact name={say('evidence.route')}>
          <code>{place.route}</code>
        </Fact>
      )}
      {place.element && <Fact name={say('evidence.element')}>{place.element}</Fact>}
    </>
  );
}

const PARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const WhiteMap = ({ parts }: { readonly parts: readonly number[] }): JSX.Element => (
  <span class="whiteMap">
    <span class="whiteGrid" aria-hidden="true">
      {PARTS.map((part) => (
        <span key={part} data-white={parts.includes(part)} />
      ))}
    </span>
    <span>{whiteParts(parts)}</span>
  </span>
);
