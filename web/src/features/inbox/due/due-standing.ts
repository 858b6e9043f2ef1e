import type { Due } from '@chasqui/contracts'

/** How what is owed stands. `seconds`: until it is due; below none it is late. Of what stands still, the business seconds that are left. */
export type DueStanding = { look: 'fine' | 'soon' | 'late' | 'paused'; seconds: number }

export const dueStanding = (due: Due, now: number): DueStanding => {
  if (due.at === null) return { look: 'paused', seconds: due.remainingSeconds ?? 0 }
  const seconds = Math.round((Date.parse(due.at) - now) / 1000)
  if (seconds < 0) return { look: 'late', seconds }
  return { look: due.warnAt !== null && Date.parse(due.warnAt) <= now ? 'soon' : 'fine', seconds }
}
