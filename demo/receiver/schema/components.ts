import type { TSchema } from 'typebox';
import {
  AccessChainSchema,
  AccessCheckSchema,
  AccessFilterSchema,
  AccessPageSchema,
  AccessRowSchema,
  PurgeListSchema,
} from './access';
import {
  AgentQuestionSchema,
  AgentReplySchema,
  AgentStatusSchema,
  ContentGrantSchema,
  InboxPageSchema,
  InboxRowSchema,
} from './agent';
import { CONTENT_NODE, ContentNodeSchema } from './content';
import { ActionSchema, ChangePageSchema, ConversationSchema, MessageSchema, ReadSchema } from './conversation';
import { DeviceKeySchema } from './deviceKey';
import { HintDraftStateSchema, KeptHintDraftSchema } from './hintDrafts';
import { HintActPageSchema, HintReportSchema } from './hintFigures';
import { HintEventBatchSchema, HintFindingsSchema, HintHistorySchema, HintRevisionSchema } from './hints';
import { ProblemSchema } from './problem';
import { MeSchema } from './session';
import { OutgoingListSchema, WebhookBodySchema } from './webhook';
import {
  AttachmentSchema,
  EnvironmentSchema,
  QuestionSchema,
  SubmissionPageSchema,
  SubmissionSchema,
  SubmissionViewSchema,
} from './submission';

/** The schemas that have a name in `openapi.json`. */
export const components: Readonly<Record<string, TSchema>> = {
  AccessChain: AccessChainSchema,
  AccessCheck: AccessCheckSchema,
  AccessFilter: AccessFilterSchema,
  AccessPage: AccessPageSchema,
  AccessRow: AccessRowSchema,
  Action: ActionSchema,
  AgentQuestion: AgentQuestionSchema,
  AgentReply: AgentReplySchema,
  AgentStatus: AgentStatusSchema,
  Attachment: AttachmentSchema,
  ChangePage: ChangePageSchema,
  [CONTENT_NODE]: ContentNodeSchema,
  ContentGrant: ContentGrantSchema,
  Conversation: ConversationSchema,
  DeviceKey: DeviceKeySchema,
  Environment: EnvironmentSchema,
  HintActPage: HintActPageSchema,
  HintDraftState: HintDraftStateSchema,
  HintEventBatch: HintEventBatchSchema,
  HintFindings: HintFindingsSchema,
  HintHistory: HintHistorySchema,
  HintReport: HintReportSchema,
  HintRevision: HintRevisionSchema,
  InboxPage: InboxPageSchema,
  InboxRow: InboxRowSchema,
  KeptHintDraft: KeptHintDraftSchema,
  Me: MeSchema,
  Message: MessageSchema,
  OutgoingList: OutgoingListSchema,
  Problem: ProblemSchema,
  PurgeList: PurgeListSchema,
  Question: QuestionSchema,
  Read: ReadSchema,
  Submission: SubmissionSchema,
  SubmissionPage: SubmissionPageSchema,
  SubmissionView: SubmissionViewSchema,
  WebhookBody: WebhookBodySchema,
};
