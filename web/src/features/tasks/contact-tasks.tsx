import type { Task } from '@chasqui/contracts'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import type { Beside } from './beside.ts'
import { useAllowed } from './may.ts'
import { QuickAdd } from './quick-add.tsx'
import { completeTask } from './task-acts.ts'
import { TaskDialog } from './task-dialog.tsx'
import { TaskFacts } from './task-facts.tsx'
import { Tick } from './tick.tsx'
import { useTasks } from './use-tasks.ts'

/** What is still to be done for a contact, beside the conversation with them. */
export const ContactTasks = ({ contactId, conversationId }: Beside) => {
  const { t } = useTexts('tasks')
  const mayAdd = useCan('tasks.write')
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<Task | null>(null)
  const { tasks, error, hasNextPage, fetchNextPage } = useTasks({ contactId, limit: 10 })
  return (
    <section aria-label={t('title')} className="border-t border-line px-4 py-3.5">
      <h3 className="mb-2 text-xs font-semibold text-fg-2">{t('title')}</h3>
      {!tasks && error && <p className="text-sm text-danger">{t('failed')}</p>}
      {tasks?.length === 0 && !adding && <p className="text-sm text-fg-3">{t('none_here')}</p>}
      <ul className="space-y-2">
        {tasks?.map((task) => (
          <Line key={task.id} task={task} onShow={() => setShown(task)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="quiet" size="sm" className="mt-1" onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {adding ? (
        <QuickAdd contactId={contactId} conversationId={conversationId} onClose={() => setAdding(false)} />
      ) : (
        mayAdd && (
          <Button look="quiet" size="sm" icon={Plus} className="mt-1 -ml-2" onClick={() => setAdding(true)}>
            {t('add_here')}
          </Button>
        )
      )}
      {shown && <TaskDialog task={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

const Line = ({ task, onShow }: { task: Task; onShow: () => void }) => {
  const { t } = useTexts('tasks')
  const allowed = useAllowed()
  return (
    <li className="flex gap-2.5">
      <Tick label={t('complete', { title: task.title })} checked={false} disabled={!allowed(task).change} onChange={() => void completeTask(task)} />
      <div className="min-w-0 flex-1">
        <button type="button" className="block max-w-full text-left text-sm font-medium wrap-anywhere hover:underline touch:min-h-11" onClick={onShow}>
          {task.title}
        </button>
        <div className="mt-0.5 flex flex-wrap gap-1">
          <TaskFacts task={task} />
        </div>
      </div>
    </li>
  )
}
