import { Type, type Static } from 'typebox';
import { WEBHOOK_EVENTS } from '../outgoingPort';
import { count, IdSchema, strict, TimeSchema } from './primitives';
import { QuestionSchema, QuestionStatusSchema } from './submission';

/** Made by the receiver: not one of the device's ids. */
const UuidSchema = Type.String({ format: 'uuid' });

/** Body of a webhook: nothing in it tells what anybody said or whom it is about. */
export const WebhookBodySchema = Type.Object({
  type: Type.Enum([...WEBHOOK_EVENTS]),
  timestamp: TimeSchema,
  data: Type.Object({
    organisation: Type.String(),
    event: Type.String({ format: 'uuid', description: 'The same for every webhook that is told of this change.' }),
    change: Type.Integer({
      minimum: 1,
      description:
        'The number of the change within the organisation. Deliveries may come in any order: a higher number is later.',
    }),
    by: Type.Optional(Type.Enum(['asker', 'agent'])),
    submission: Type.Object({ id: IdSchema, reference: Type.String() }),
    questions: Type.Array(
      Type.Object({
        id: IdSchema,
        number: Type.String(),
        kind: QuestionSchema.properties.kind,
        status: QuestionStatusSchema,
        url: Type.String({ description: 'Where an agent opens the question.' }),
      }),
    ),
  }),
});
export type WebhookBody = Static<typeof WebhookBodySchema>;

const StateSchema = Type.Enum(['waiting', 'done', 'dead']);

/** Which part of what others were told. */
export const OutgoingFilterSchema = strict({ state: Type.Optional(StateSchema) });

/** Answer of `GET /agent/outgoing`. */
export const OutgoingListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      id: UuidSchema,
      organisation: Type.String(),
      target: Type.String({ description: '`webhook:` and its id, or `mail`.' }),
      event: Type.String(),
      at: TimeSchema,
      state: StateSchema,
      tries: count(),
      nextAt: Type.Optional(TimeSchema),
      reason: Type.Optional(Type.String({ description: 'Why the last try failed.' })),
    }),
  ),
});
export type OutgoingList = Static<typeof OutgoingListSchema>;

/** Body of `POST /agent/outgoing/again`. */
export const AgainSchema = Type.Union([strict({ id: UuidSchema }), strict({ since: TimeSchema })]);

/** Answer of `POST /agent/outgoing/again`. */
export const AgainCountSchema = Type.Object({ items: count() });
