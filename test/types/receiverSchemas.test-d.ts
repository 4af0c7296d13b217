import type { Static } from 'typebox';
import { expectTypeOf, test } from 'vitest';
import type { AccessCheckSchema, AccessFilterSchema, AccessPageSchema } from '../../demo/receiver/schema/access';
import type {
  AgentMessageSchema,
  AgentQuestionSchema,
  AgentReplySchema,
  AgentStatusSchema,
  ContentGrantSchema,
  InboxPageSchema,
} from '../../demo/receiver/schema/agent';
import type {
  ActionSchema,
  ChangePageSchema,
  ConversationSchema,
  MessageSchema,
} from '../../demo/receiver/schema/conversation';
import type { DeviceKeySchema } from '../../demo/receiver/schema/deviceKey';
import type { HintDraftsSchema, HintDraftStateSchema } from '../../demo/receiver/schema/hintDrafts';
import type { HintActPageSchema, HintReportSchema } from '../../demo/receiver/schema/hintFigures';
import type { HintEventBatchSchema, HintHistorySchema, HintRevisionSchema } from '../../demo/receiver/schema/hints';
import type { ProblemSchema } from '../../demo/receiver/schema/problem';
import type { LimitsSchema, MeSchema, PersonSchema } from '../../demo/receiver/schema/session';
import type {
  AttachmentSchema,
  EnvironmentSchema,
  QuestionSchema,
  SubmissionPageSchema,
  SubmissionSchema,
  SubmissionViewSchema,
} from '../../demo/receiver/schema/submission';
import type {
  AccessCheck,
  AccessFilter,
  AccessPage,
  Action,
  AgentMessage,
  AgentQuestion,
  AgentReply,
  AgentStatus,
  Attachment,
  ChangePage,
  ContentGrant,
  ContentNode,
  Conversation,
  DeviceKey,
  Environment,
  HintActPage,
  HintDraftEntry,
  HintDraftState,
  HintEventBatch,
  HintHistory,
  HintReport,
  HintRevision,
  InboxPage,
  Limits,
  Me,
  Message,
  Person,
  Problem,
  Question,
  Submission,
  SubmissionPage,
  SubmissionView,
} from '../../src/protocol/index';

/** The same shape without `readonly`: a schema can't say it, and the wire does not know it. */
type Plain<Value> = Value extends ContentNode | string | number | boolean | null | undefined
  ? Value
  : Value extends readonly [unknown, ...(readonly unknown[])]
    ? { -readonly [Index in keyof Value]: Plain<Value[Index]> }
    : Value extends readonly (infer Member)[]
      ? Plain<Member>[]
      : { -readonly [Key in keyof Value]: Plain<Value[Key]> };

test('what the receiver validates is exactly what the protocol says', () => {
  expectTypeOf<Plain<Static<typeof SubmissionSchema>>>().toEqualTypeOf<Plain<Submission>>();
  expectTypeOf<Plain<Static<typeof QuestionSchema>>>().toEqualTypeOf<Plain<Question>>();
  expectTypeOf<Plain<Static<typeof AttachmentSchema>>>().toEqualTypeOf<Plain<Attachment>>();
  expectTypeOf<Plain<Static<typeof EnvironmentSchema>>>().toEqualTypeOf<Plain<Environment>>();
  expectTypeOf<Plain<Static<typeof MessageSchema>>>().toEqualTypeOf<Plain<Message>>();
  expectTypeOf<Plain<Static<typeof ActionSchema>>>().toEqualTypeOf<Plain<Action>>();
  expectTypeOf<Plain<Static<typeof AgentReplySchema>>>().toEqualTypeOf<Plain<AgentReply>>();
  expectTypeOf<Plain<Static<typeof HintHistorySchema>>>().toEqualTypeOf<Plain<HintHistory>>();
  expectTypeOf<Plain<Static<typeof HintEventBatchSchema>>>().toEqualTypeOf<Plain<HintEventBatch>>();
  expectTypeOf<Plain<Static<typeof AgentStatusSchema>>>().toEqualTypeOf<Plain<AgentStatus>>();
});

test('what the receiver promises to answer is exactly what the protocol says', () => {
  expectTypeOf<Plain<Static<typeof SubmissionViewSchema>>>().toEqualTypeOf<Plain<SubmissionView>>();
  expectTypeOf<Plain<Static<typeof SubmissionPageSchema>>>().toEqualTypeOf<Plain<SubmissionPage>>();
  expectTypeOf<Plain<Static<typeof ConversationSchema>>>().toEqualTypeOf<Plain<Conversation>>();
  expectTypeOf<Plain<Static<typeof ChangePageSchema>>>().toEqualTypeOf<Plain<ChangePage>>();
  expectTypeOf<Plain<Static<typeof DeviceKeySchema>>>().toEqualTypeOf<Plain<DeviceKey>>();
  expectTypeOf<Plain<Static<typeof MeSchema>>>().toEqualTypeOf<Plain<Me>>();
  expectTypeOf<Plain<Static<typeof LimitsSchema>>>().toEqualTypeOf<Plain<Limits>>();
  expectTypeOf<Plain<Static<typeof PersonSchema>>>().toEqualTypeOf<Plain<Person>>();
  expectTypeOf<Plain<Static<typeof ProblemSchema>>>().toEqualTypeOf<Plain<Problem>>();
  expectTypeOf<Plain<Static<typeof InboxPageSchema>>>().toEqualTypeOf<Plain<InboxPage>>();
  expectTypeOf<Plain<Static<typeof AgentQuestionSchema>>>().toEqualTypeOf<Plain<AgentQuestion>>();
  expectTypeOf<Plain<Static<typeof AgentMessageSchema>>>().toEqualTypeOf<Plain<AgentMessage>>();
  expectTypeOf<Plain<Static<typeof AccessFilterSchema>>>().toEqualTypeOf<Plain<AccessFilter>>();
  expectTypeOf<Plain<Static<typeof AccessPageSchema>>>().toEqualTypeOf<Plain<AccessPage>>();
  expectTypeOf<Plain<Static<typeof AccessCheckSchema>>>().toEqualTypeOf<Plain<AccessCheck>>();
  expectTypeOf<Plain<Static<typeof HintRevisionSchema>>>().toEqualTypeOf<Plain<HintRevision>>();
  expectTypeOf<Plain<Static<typeof HintDraftStateSchema>>>().toEqualTypeOf<Plain<HintDraftState>>();
  expectTypeOf<Plain<Static<typeof HintDraftsSchema>>>().toEqualTypeOf<{ items: Plain<HintDraftEntry>[] }>();
  expectTypeOf<Plain<Static<typeof HintActPageSchema>>>().toEqualTypeOf<Plain<HintActPage>>();
  expectTypeOf<Plain<Static<typeof HintReportSchema>>>().toEqualTypeOf<Plain<HintReport>>();
  expectTypeOf<Plain<Static<typeof ContentGrantSchema>>>().toEqualTypeOf<Plain<ContentGrant>>();
});
