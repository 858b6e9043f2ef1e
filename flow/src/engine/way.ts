/** Where a run goes from a step: to another (null: the flow ends) by one of the step's outputs, or nowhere, because it waits or is over. */
export type Way = { to: string | null; by?: string } | 'stays'

export const go = (to: string | null, by?: string): Way => (by === undefined ? { to } : { to, by })
