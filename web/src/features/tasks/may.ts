import type { Task } from '@chasqui/contracts'
import { useCan, useUser } from '#lib/session.ts'

/** What somebody may do with a task, as the server holds it. */
export type Allowed = { change: boolean; give: boolean; remove: boolean }

export const useAllowed = (): ((task: Pick<Task, 'assignee' | 'creator'>) => Allowed) => {
  const me = useUser().id
  const mayWrite = useCan('tasks.write')
  const manages = useCan('tasks.manage')
  return ({ assignee, creator }) => {
    const isFree = manages || assignee === null || assignee.id === me
    const isMaker = creator.id === me
    return { change: mayWrite && (isFree || isMaker), give: mayWrite && isFree, remove: mayWrite && (manages || isMaker) }
  }
}
