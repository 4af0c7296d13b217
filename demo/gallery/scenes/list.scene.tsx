import { Badge, Card, List, ListRow, useFormat, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;
const now = Date.UTC(2026, 2, 12, 9, 0);

/** Rows that open something. */
export const list: Scene = {
  title: 'List and Card',
  states: {
    many: () => {
      const t = useText();
      const format = useFormat();
      return (
        <List label={t('mine.title')}>
          <ListRow
            title="Agenda: opslaan doet niets"
            detail={`24-118.1 · ${format.ago(now - 300_000, now)}`}
            end={<Badge tone="success">{t('mine.s.answered')}</Badge>}
            onPress={nothing}
          />
          <ListRow
            title="Declaratie: het totaal klopt niet met de uren die ik heb ingevuld voor deze maand en de vorige"
            detail="24-118.2"
            end={<Badge tone="accent">{t('mine.s.busy')}</Badge>}
            onPress={nothing}
          />
          <ListRow icon="talk" title={t('home.mine')} onPress={nothing} />
        </List>
      );
    },
    longWords: () => (
      <List label="Lang">
        <ListRow
          title={'Zorgplanevaluatiegespreksverslagen'.repeat(4)}
          detail="24-118.1"
          end={<Badge>{useText()('mine.s.withcontact')}</Badge>}
          onPress={nothing}
        />
      </List>
    ),
    card: () => <Card>{useText()('bundle.tip')}</Card>,
  },
};
