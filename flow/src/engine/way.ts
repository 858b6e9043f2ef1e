import type { Variables } from './run-state.ts'

/**
 * Where a run goes from a step: to another (null: the flow ends) by one of the step's outputs, into another flow that comes back
 * when it ends, or nowhere, because it waits or is over.
 */
export type Way = { to: string | null; by?: string } | { call: string; variables: Variables } | 'stays'

export const go = (to: string | null, by?: string): Exclude<Way, 'stays' | { call: string }> => (by === undefined ? { to } : { to, by })
