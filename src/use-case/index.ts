export { fieldsOf, type InputField, type InputKind, type Pins } from './input-fields.ts';
export { type InputIssue, issuesOf, toldWithOthers } from './issues.ts';
export { type InformingNotice, informingNotices } from './letter-kinds.ts';
export { type Notice, notify, sendLetter } from './outbox.ts';
export { type Outcome, purposeOf, runUseCase, watchUseCases } from './run.ts';
export { type Answer, cleanSentForms, editsOf, type Sending } from './sending.ts';
export {
  type AuditMeaning,
  defineUseCase,
  doorOf,
  type InputOf,
  type Look,
  type OutputOf,
  type UseCase,
} from './shape.ts';
