/**
 * Support inside the app. Importing does nothing; `createSupport(options)` starts it.
 *
 * @packageDocumentation
 */
export { createSupport } from './api/createSupport';
export { defineSupportElement } from './api/supportElement';
export { SupportError, isSupportError, type SupportErrorCode } from './api/errors';
export type { SupportEventName, SupportEvents, SupportListener } from './api/events';
export type { SupportHints } from './api/hints';
export type { SupportOptions } from './api/options';
export type {
  SignedOut,
  SignOutOptions,
  Support,
  SupportState,
  SupportTarget,
  UnavailablePart,
  UnsentCounts,
} from './api/support';
export type { Auth, AuthRequest, Collected, InterfaceTexts, LocaleName } from './app/settings';
export type { HintFact, HintFactValue, HintNews, ListedHint } from './app/hintsPart';
export type { Explanation, Reason } from './hints';
export type { HostContext } from './host';
export type {
  Answer,
  Backend,
  BackendEvents,
  BackendHints,
  BackendKeys,
  BackendReading,
  BackendWriting,
  Call,
  DeliveryProblem,
  HintIndexAnswer,
  HintPicture,
  Piece,
  SealedBody,
} from './delivery';
export type { Failed, Failure, Result, Success } from './foundation/result';
export type { Id } from './foundation/id';
export type {
  Action,
  AppError,
  Attachment,
  AttachmentState,
  AttachmentView,
  Change,
  ChangePage,
  ClientChoice,
  Consent,
  ContentNode,
  ContentTag,
  Conversation,
  ConversationMessage,
  DeviceKey,
  Environment,
  FactType,
  FailedRequest,
  HintEvent,
  HintFault,
  HintHistory,
  HintRecord,
  Limits,
  Marker,
  Me,
  Message,
  Person,
  Place,
  PlayRange,
  ProblemName,
  PublicDeviceKey,
  Question,
  QuestionKind,
  QuestionStatus,
  QuestionView,
  Redaction,
  Step,
  Submission,
  SubmissionView,
  WhiteScreen,
} from './protocol';
