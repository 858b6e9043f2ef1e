/** The front of the flow engine: pure functions over plain data. Nothing else in this folder is for use outside it. */
export type { CustomerMessage } from './engine/heard.ts'
export { heard } from './engine/heard.ts'
export { problemsIn } from './problems/problems.ts'
export type { ContactField, Context, Effect, Happening, Outcome, RunState, Stepped, TraceEntry, Value, Variables, Wait } from './engine/run-state.ts'
export { freshRun } from './engine/run-state.ts'
export { step } from './engine/step.ts'
export { startedBy } from './triggers/triggers.ts'
