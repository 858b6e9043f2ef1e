import type { Task } from '@chasqui/contracts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListTodo, Plus, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Filters, type TasksSearch } from './filters.tsx'
import { useAllowed } from './may.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { completeTask } from './task-acts.ts'
import { TaskDialog } from './task-dialog.tsx'
import { TaskRow } from './task-row.tsx'
import { useTaskKeys } from './use-task-keys.ts'
import { useTasks } from './use-tasks.ts'
import { type Group, grouped } from './when.ts'

type Asked = { what: 'edit'; task: Task | null } | { what: 'remove'; task: Task }
type Ask = (asked: Asked) => void

const whoseOf = ({ of = 'me' }: TasksSearch) => (of === 'all' ? {} : { assigneeId: of })

/** What is to be done for contacts: one's own first, overdue ones before everything. */
export const TasksPage = () => {
  const { t } = useTexts('tasks')
  useTitle(t('title'))
  const search: TasksSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const page = useRef<HTMLElement>(null)
  const mayAdd = useCan('tasks.write')
  const allowed = useAllowed()
  const [asked, setAsked] = useState<Asked | null>(null)
  const state = search.show ?? 'open'
  const open = useTasks({ state, limit: 50, ...whoseOf(search) })
  const done = useTasks({ state: 'completed', limit: 25, ...whoseOf(search) }, { enabled: state === 'open' })
  const add = mayAdd ? () => setAsked({ what: 'edit', task: null }) : null
  useTaskKeys({ page, tasks: open.tasks ?? [], onAdd: add, onComplete: (task) => allowed(task).change && task.endedAt === null && void completeTask(task) })
  const change = (next: TasksSearch) => void navigate({ to: '.', search: next, replace: true })
  const doneTasks = state === 'open' ? (done.tasks ?? []) : []
  const nothing = open.tasks?.length === 0 && doneTasks.length === 0
  return (
    <main ref={page} className="h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="min-w-32 flex-1 text-xl font-semibold">{t('title')}</h1>
          {add && (
            <Button look="solid" icon={Plus} keys="n" onClick={add}>
              {t('new')}
            </Button>
          )}
        </div>
        <p className="mt-1 text-sm text-fg-2">{t('subtitle')}</p>
        <Filters search={search} onChange={change} />
        {open.tasks &&
          (state === 'open' ? <Groups tasks={open.tasks} onAsk={setAsked} /> : <Rows label={t('show.cancelled')} tasks={open.tasks} onAsk={setAsked} />)}
        <More list={open} />
        {doneTasks.length > 0 && <Rows label={t('group.done')} tasks={doneTasks} onAsk={setAsked} />}
        {doneTasks.length > 0 && <More list={done} />}
        {!open.tasks && open.error && <ErrorState title={t('failed')} error={open.error} onRetry={() => void open.refetch()} className="flex-1" />}
        {!open.tasks && !open.error && (
          <Loading label={t('loading')} className="mt-5 flex flex-col gap-3">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-14" />
            ))}
          </Loading>
        )}
        {nothing && <Nothing search={search} onAdd={add} onShowAll={() => change({ of: 'all' })} />}
      </div>
      {asked?.what === 'edit' && <TaskDialog task={asked.task} onClose={() => setAsked(null)} />}
      {asked?.what === 'remove' && <RemoveDialog task={asked.task} onClose={() => setAsked(null)} />}
    </main>
  )
}

const Groups = ({ tasks, onAsk }: { tasks: readonly Task[]; onAsk: Ask }) => {
  const { t } = useTexts('tasks')
  const format = useFormat({ ticking: true })
  return grouped(tasks, format).map((found) => (
    <Rows key={found.group} label={t(`group.${found.group}`)} group={found.group} tasks={found.tasks} onAsk={onAsk} />
  ))
}

const Rows = ({ label, group, tasks, onAsk }: { label: string; group?: Group; tasks: readonly Task[]; onAsk: Ask }) => {
  const allowed = useAllowed()
  if (tasks.length === 0) return null
  return (
    <section aria-label={label} className="mt-5">
      <h2 className={group === 'overdue' ? 'text-sm font-semibold text-danger' : 'text-sm font-semibold text-fg-2'}>{label}</h2>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            allowed={allowed(task)}
            onEdit={() => onAsk({ what: 'edit', task })}
            onRemove={() => onAsk({ what: 'remove', task })}
          />
        ))}
      </ul>
    </section>
  )
}

const More = ({ list: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { list: ReturnType<typeof useTasks> }) => {
  const { t } = useTexts('tasks')
  return (
    hasNextPage && (
      <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('more')}
      </Button>
    )
  )
}

type NothingProps = { search: TasksSearch; onAdd: (() => void) | null; onShowAll: () => void }

/** Nothing at all, or nothing of what was asked for. */
const Nothing = ({ search, onAdd, onShowAll }: NothingProps) => {
  const { t } = useTexts('tasks')
  const isEverything = search.of === 'all' && search.show === undefined
  if (isEverything || (search.of === undefined && search.show === undefined))
    return (
      <EmptyState
        icon={ListTodo}
        title={t(isEverything ? 'empty' : 'empty_mine')}
        className="flex-1"
        action={
          <>
            {!isEverything && <Button onClick={onShowAll}>{t('show_all')}</Button>}
            {onAdd && (
              <Button icon={Plus} onClick={onAdd}>
                {t('new')}
              </Button>
            )}
          </>
        }
      >
        {t('empty_hint')}
      </EmptyState>
    )
  return <EmptyState icon={SearchX} title={t('none_found')} className="flex-1" action={<Button onClick={onShowAll}>{t('show_all')}</Button>} />
}
