import type { Task } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { groupOf } from './when.ts'

/** By when a task is to be done, in few words; null where it has no time. Follows the clock. */
export const useDueText = (): ((task: Task) => { words: string; late: boolean } | null) => {
  const { t } = useTexts('tasks')
  const format = useFormat({ ticking: true })
  return (task) => {
    const { dueAt } = task
    if (dueAt === null) return null
    const days = format.daysAgo(dueAt)
    const late = task.endedAt === null && groupOf(task, format) === 'overdue'
    if (days === 0) return { words: t('due.today', { time: format.clock(dueAt) }), late }
    return { words: days === -1 ? t('due.tomorrow', { time: format.clock(dueAt) }) : format.moment(dueAt), late }
  }
}
