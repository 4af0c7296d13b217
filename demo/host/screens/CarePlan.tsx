import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { goalsByCare } from '../data/carePlans';
import type { Goal } from '../data/carePlans';
import { fullName } from '../data/clients';
import type { Client } from '../data/clients';
import { personById } from '../data/people';
import { addDays, shortDate } from '../dates';
import { useHost } from '../hostContext';
import { Badge } from '../parts/Badge';
import { Canvas } from '../parts/canvas';
import { Card } from '../parts/Card';
import { paintSignature } from '../parts/drawings';
import { Fact } from '../parts/Fields';
import { Icon } from '../parts/Icon';
import { useText } from '../texts';

/** Shows the care plan of a client: goals with their agreements, and who signed for it. */
export function CarePlan({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const { today } = useHost();
  const goals = goalsByCare[client.care];
  return (
    <div class="columns">
      <div class="column">
        <Card title={t('plan.title')} place={t('plan.title')}>
          <ol class="goals">
            {goals.map((goal) => (
              <GoalItem key={goal.text} goal={goal} name={client.callName} />
            ))}
          </ol>
        </Card>
      </div>
      <div class="column column-side">
        <Card title={t('plan.summary')}>
          <dl class="facts">
            <Fact name={t('plan.summary.version')}>
              <span class="figures">3.1</span>
            </Fact>
            <Fact name={t('plan.summary.since')}>
              <span class="figures">{shortDate(addDays(today, -12))}</span>
            </Fact>
            <Fact name={t('plan.summary.mentor')}>{personById(client.mentor)?.name}</Fact>
            <Fact name={t('plan.summary.goals')}>
              <span class="figures">{goals.length}</span>
            </Fact>
          </dl>
        </Card>
        <Signature client={client} />
      </div>
    </div>
  );
}

function GoalItem({ goal, name }: { readonly goal: Goal; readonly name: string }): JSX.Element {
  const { t } = useText();
  const { today } = useHost();
  const fill = (text: string): string => text.replaceAll('{naam}', name);
  return (
    <li class="goal">
      <div class="goal-head">
        <Badge tone="info">{t(`plan.area.${goal.area}`)}</Badge>
        <span class="small muted">{t('plan.review', { datum: shortDate(addDays(today, goal.reviewInDays)) })}</span>
      </div>
      <p class="goal-text">{fill(goal.text)}</p>
      <div class="goal-progress">
        <progress aria-label={t('plan.progress')} max={100} value={goal.progress} />
        <span class="figures small" data-support-unmask="">{`${goal.progress}%`}</span>
      </div>
      <p class="goal-heading">{t('plan.agreements')}</p>
      <ul class="ticks">
        {goal.agreements.map((agreement) => (
          <li key={agreement}>
            <Icon name="check" />
            <span>{fill(agreement)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Signature({ client }: { readonly client: Client }): JSX.Element {
  const { t } = useText();
  const { today } = useHost();
  const name = fullName(client);
  const paint = useMemo(() => paintSignature(name), [name]);
  return (
    <Card title={t('plan.signature')}>
      <p class="small muted">{t('plan.signature.more')}</p>
      <div data-support-block="">
        <Canvas class="signature" name={t('plan.signature.image', { naam: name })} paint={paint} />
      </div>
      <p class="signature-line">
        <span>{name}</span>
        <span class="muted figures">{shortDate(addDays(today, -12))}</span>
      </p>
    </Card>
  );
}
