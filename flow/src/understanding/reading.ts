import type { Choice, Value } from '../engine/run-state.ts'
import type { Moment } from './moment.ts'

/** A value that may have been meant, before it is offered. */
export type Candidate = Omit<Choice, 'id'>

/**
 * What an answer gives. `more`: what is kept beside the value, by its suffix. `unsure`: values to choose from, or the one to confirm; `partial`: a time that lacks its day or hour; `hint` is said in place of the
 * general words for what was expected.
 */
export type Reading =
  | { outcome: 'value'; value: Value; text?: string; kind?: string; more?: Readonly<Record<string, Value>> }
  | { outcome: 'unsure'; candidates: Candidate[]; about?: string }
  | { outcome: 'partial'; base: Moment }
  | { outcome: 'invalid'; hint?: string }
