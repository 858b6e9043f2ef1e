/** Where a run goes from a step: to another (null: the flow ends), or nowhere, because it waits or is over. */
export type Way = { to: string | null } | 'stays'

export const go = (to: string | null): Way => ({ to })
