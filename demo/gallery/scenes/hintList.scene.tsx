import { useState } from 'preact/hooks';
import { HintList } from '../../../src/hints/views';
import type { Scene } from '../scene';

const nothing = (): void => undefined;
const long = 'Behandelovereenkomstgegevens van de wettelijk vertegenwoordiger aanpassen';

interface StageProps {
  readonly titles?: readonly string[];
  readonly isOff?: boolean;
}

const Stage = ({ titles, isOff: wasOff = false }: StageProps) => {
  const [isOff, setOff] = useState(wasOff);
  const hints = titles?.map((title) => ({ id: title, title }));
  return <HintList hints={hints} isOff={isOff} onStart={nothing} onSwitch={setOff} />;
};

/** Hints of the page that is open, in the panel. */
export const hintList: Scene = {
  title: 'HintList',
  states: {
    loading: () => <Stage />,
    none: () => <Stage titles={[]} />,
    one: () => <Stage titles={['Je eerste rapportage in drie stappen']} />,
    'many, long words': () => <Stage titles={['Evaluatie in het zorgplan', long, 'Teken meteen af', 'De agenda']} />,
    off: () => <Stage titles={['Evaluatie in het zorgplan']} isOff />,
  },
};
