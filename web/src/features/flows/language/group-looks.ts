import type { Group } from './fields.ts'

/** The colour of a step's icon, beside its name. */
export const groupLooks: Record<Group, string> = { say: 'text-primary', ask: 'text-success', logic: 'text-warning', data: 'text-info', people: 'text-ai' }
