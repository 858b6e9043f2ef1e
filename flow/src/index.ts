/** The front of the flow engine: pure functions over plain data. Nothing else in this folder is for use outside it. */
export type { CustomerMessage } from './engine/heard.ts'
export { heard } from './engine/heard.ts'
export { problemsIn } from './problems/problems.ts'
export type {
  ContactField,
  Context,
  Effect,
  Happening,
  Outcome,
  RunState,
  Stepped,
  TaskAssignee,
  TraceEntry,
  Value,
  Variables,
  Wait,
} from './engine/run-state.ts'
export { freshRun } from './engine/run-state.ts'
export { concerns, step } from './engine/step.ts'
export type { Candidate, Choice, TriggerIndex } from './triggers/choose.ts'
export type { AnsweredTemplate, Occasion } from './triggers/occasion.ts'
export { chooseFlow, indexTriggers, triggersOfType } from './triggers/choose.ts'
export { claimsOf, conflictsIn } from './triggers/conflicts.ts'
export type { Conflict } from './triggers/conflicts.ts'
export type { Opening } from './schema/opening.ts'
export { openingContent } from './triggers/opening-content.ts'
export { startedBy } from './triggers/started-by.ts'
export { readPath } from './triggers/webhook/read-path.ts'
