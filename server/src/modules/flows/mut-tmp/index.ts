/** The front of the flow engine: pure functions over plain data. Nothing else in this folder is for use outside it. */
export type { CustomerMessage } from './heard.ts'
export { heard } from './heard.ts'
export { problemsIn } from './problems.ts'
export type { Context, Effect, Happening, Outcome, RunState, Stepped, Value, Variables, Wait } from './run-state.ts'
export { freshRun } from './run-state.ts'
export { step } from './step.ts'
export { startedBy } from './triggers.ts'
