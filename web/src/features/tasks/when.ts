import type { Task } from '@chasqui/contracts'

/** Where a task stands in the order of a day's work. */
const groups = ['overdue', 'today', 'later', 'none'] as const
export type Group = (typeof groups)[number]

/** How time is told apart, as `useFormat` does: on the calendar of the business. */
type Calendar = { secondsSince: (at: string) => number; daysAgo: (at: string) => number }

/** Of an open task; one whose time is this very second is still to be done today. */
export const groupOf = ({ dueAt }: Pick<Task, 'dueAt'>, { secondsSince, daysAgo }: Calendar): Group => {
  if (dueAt === null) return 'none'
  if (secondsSince(dueAt) > 0) return 'overdue'
  return daysAgo(dueAt) === 0 ? 'today' : 'later'
}

/** Tasks in their groups, in the order in which they came; groups without any are left out. */
export const grouped = (tasks: readonly Task[], calendar: Calendar): { group: Group; tasks: Task[] }[] =>
  groups.map((group) => ({ group, tasks: tasks.filter((task) => groupOf(task, calendar) === group) })).filter((found) => found.tasks.length > 0)
