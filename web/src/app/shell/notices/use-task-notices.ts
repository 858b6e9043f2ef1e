import { ownProfileRoutes } from '@chasqui/contracts/http/own-profile'
import { taskRoutes } from '@chasqui/contracts/http/tasks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useCan, useTenant, useUser } from '#lib/session.ts'
import { sayLasting } from '#ui/toast.tsx'
import { tell } from './tell.ts'

/** Reminds the person of a task of theirs: on the page until they have seen it, and as they chose to be told. */
export const useTaskNotices = (): void => {
  const { t } = useTexts('app')
  const me = useUser().id
  const mayRead = useCan('tasks.read')
  const { slug } = useTenant()
  const navigate = useNavigate()
  const { data: wished } = useQuery({ ...asked(ownProfileRoutes.notices), staleTime: Infinity })
  const open = () => void navigate({ to: '/a/$tenant/tasks', params: { tenant: slug } })
  const remind = async (taskId: string, at: string): Promise<void> => {
    // What is gone, done or somebody else's by now is nothing to be reminded of.
    const task = await call(taskRoutes.read, { params: { id: taskId } }).catch(() => null)
    if (!task || task.endedAt !== null || task.assignee?.id !== me) return
    sayLasting(t('notice.task_due', { title: task.title }), { label: t('notice.see_tasks'), run: open })
    if (wished) tell({ key: `task.${taskId}.${at}`, title: t('notice.task'), body: task.contact.name ?? '', ways: wished.task, open })
  }
  useRealtime('task.due', ({ taskId, assigneeId, at }) => void (mayRead && assigneeId === me && remind(taskId, at)))
}
