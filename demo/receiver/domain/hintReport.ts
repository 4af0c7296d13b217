import { HINT_FIGURES, PLACE_FIGURES, type HintDocument, type HintReport } from '../../../src/protocol/index';
import { hideFew } from './fewPeople';

/** How many different people told something of a hint, or of one of its steps. Never leaves the receiver as it is. */
export interface HintTold {
  readonly hint: string;
  /** Nothing: of all releases that have no name. */
  readonly release: string | null;
  /** Nothing: of the hint as a whole. */
  readonly step: string | null;
  readonly what: string;
  readonly people: number;
}

/** What tells that the place of a step was there, or was not. */
const OF_PLACES: Readonly<Record<(typeof PLACE_FIGURES)[number], string>> = {
  found: 'seen',
  missing: 'targetMissing',
  ambiguous: 'targetAmbiguous',
};

/** Makes the report of counts, without what is too small to tell. Places are those of the document that is live. */
export function hintReport(
  month: string,
  told: readonly HintTold[],
  document: Pick<HintDocument, 'hints'> | undefined,
): HintReport {
  const places = placesIn(document);
  return {
    month,
    hints: rowsOf(told.filter(({ step }) => step === null)).map(({ hint, release, counted }) => ({
      hint,
      ...release,
      people: hideFew(figures(HINT_FIGURES, (figure) => counted.get(figure))),
    })),
    places: rowsOf(told.filter(({ step }) => step !== null)).flatMap(({ hint, step, release, counted }) => {
      const target = places.get(`${hint} ${step}`);
      const people = hideFew(figures(PLACE_FIGURES, (figure) => counted.get(OF_PLACES[figure])));
      return target === undefined ? [] : [{ hint, step, target, ...release, people }];
    }),
  };
}

const placesIn = (document: Pick<HintDocument, 'hints'> | undefined): ReadonlyMap<string, string> =>
  new Map(
    (document?.hints ?? []).flatMap(({ id, steps = [] }) =>
      steps.flatMap((step) => (step.target === undefined ? [] : [[`${id} ${step.id}`, step.target] as const])),
    ),
  );

/** What is counted for one hint, or one of its steps, in one release. */
interface Row {
  readonly hint: string;
  readonly step: string;
  readonly release: { readonly release?: string };
  readonly counted: Map<string, number>;
}

/** In the order of their names, so that the same counts give the same report. */
function rowsOf(told: readonly HintTold[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { hint, step, release, what, people } of told) {
    const key = `${hint} ${step ?? ''} ${release ?? ''}`;
    const row = rows.get(key) ?? {
      hint,
      step: step ?? '',
      release: release === null ? {} : { release },
      counted: new Map<string, number>(),
    };
    rows.set(key, row);
    row.counted.set(what, people);
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

const figures = <Name extends string>(
  names: readonly Name[],
  counted: (name: Name) => number | undefined,
): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name) => [name, counted(name) ?? 0])) as Record<Name, number>; // these very names
