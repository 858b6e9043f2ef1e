import type { Priority } from '@chasqui/contracts'

const levels: Record<Priority, number> = { low: 0, normal: 1, high: 2, urgent: 3 }
/** One more than the highest priority of a campaign or a queue. */
const step = 101

/** One number for whose turn it is: the conversation's own priority decides, then that of its campaign, then that of its queue. */
export const priorityOfWait = (conversation: Priority, campaign: number, queue: number): number => (levels[conversation] * step + campaign) * step + queue

export type Turn = { id: string; priority: number; since: Date }
/** The highest priority first, then who waits longest. */
export const byTurn = (a: Turn, b: Turn): number => b.priority - a.priority || a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1)
