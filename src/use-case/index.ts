export { type Notice, notify } from './outbox.ts';
export { type Outcome, runUseCase } from './run.ts';
export { type AuditMeaning, defineUseCase, type InputOf, type OutputOf, type UseCase } from './shape.ts';
