import type { Task } from '@chasqui/contracts'
import { CircleDot, CircleSlash, EllipsisVertical, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import type { Allowed } from './may.ts'
import { cancelTask, completeTask, reopenTask, setUnderWay } from './task-acts.ts'
import { TaskContact, TaskFacts } from './task-facts.tsx'
import { Tick } from './tick.tsx'

type RowProps = { task: Task; allowed: Allowed; onEdit: () => void; onRemove: () => void }

/** One task of the page: ticked, read, opened, and what else can be done with it. */
export const TaskRow = ({ task, allowed, onEdit, onRemove }: RowProps) => {
  const { t } = useTexts('tasks')
  const { title, details, state } = task
  const isOpen = task.endedAt === null
  return (
    <li data-task={task.id} className="flex gap-3 py-2.5">
      <Tick
        label={t(isOpen ? 'complete' : 'reopen', { title })}
        checked={state === 'completed'}
        disabled={!allowed.change}
        onChange={() => void (isOpen ? completeTask(task) : reopenTask(task))}
      />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-opens
          className={classNames('block max-w-full text-left font-medium wrap-anywhere hover:underline touch:min-h-11', !isOpen && 'text-fg-2 line-through')}
          onClick={onEdit}
        >
          {title}
        </button>
        {details && <p className="line-clamp-2 text-sm whitespace-pre-line text-fg-2 wrap-anywhere">{details}</p>}
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <TaskContact task={task} />
          <TaskFacts task={task} />
        </div>
      </div>
      {(allowed.change || allowed.remove) && (
        <Menu label={t('acts_of', { title })} trigger={<IconButton icon={EllipsisVertical} label={t('acts_of', { title })} />}>
          {isOpen && allowed.change && (
            <>
              <MenuItem icon={Pencil} onSelect={onEdit}>
                {t('edit')}
              </MenuItem>
              <MenuItem icon={CircleDot} onSelect={() => void setUnderWay(task, state === 'pending')}>
                {t(state === 'pending' ? 'start' : 'pause')}
              </MenuItem>
              <MenuItem icon={CircleSlash} onSelect={() => void cancelTask(task)}>
                {t('cancel')}
              </MenuItem>
            </>
          )}
          {!isOpen && allowed.change && (
            <MenuItem icon={RotateCcw} onSelect={() => void reopenTask(task)}>
              {t('open_again')}
            </MenuItem>
          )}
          {allowed.remove && (
            <MenuItem icon={Trash2} danger onSelect={onRemove}>
              {t('remove')}
            </MenuItem>
          )}
        </Menu>
      )}
    </li>
  )
}
