import { Type } from 'typebox';
import { HINT_ACTS, HINT_FIGURES, PLACE_FIGURES } from '../../../src/protocol/index';
import { HintNameSchema } from './hints';
import { count, TimeSchema } from './primitives';

/** Answer of `GET /hints/audit`. */
export const HintActPageSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      place: count(),
      at: TimeSchema,
      by: Type.String(),
      act: Type.Enum([...HINT_ACTS]),
      revision: Type.Optional(count()),
      hints: Type.Array(Type.String()),
      note: Type.String(),
      hash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    }),
  ),
  more: Type.Boolean(),
  sound: Type.Boolean(),
});

/** A figure is a number of people, or none: `few` is also what is hidden beside one that is. */
const PeopleCountSchema = Type.Union([
  Type.Object({ people: Type.Integer({ minimum: 5 }) }),
  Type.Object({ few: Type.Literal(true) }),
]);
const countsOf = <Name extends string>(names: readonly Name[]) =>
  Type.Object(
    Object.fromEntries(names.map((name) => [name, PeopleCountSchema])) as Record<Name, typeof PeopleCountSchema>, // these very names
  );
const release = Type.Optional(Type.String());

/** Answer of `GET /hints/report`. */
export const HintReportSchema = Type.Object({
  month: Type.String(),
  hints: Type.Array(Type.Object({ hint: HintNameSchema, release, people: countsOf(HINT_FIGURES) })),
  places: Type.Array(
    Type.Object({
      hint: HintNameSchema,
      step: HintNameSchema,
      target: Type.String(),
      release,
      people: countsOf(PLACE_FIGURES),
    }),
  ),
});
