import type { Flow, ListedFlow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useNavigate } from '@tanstack/react-router'
import { Plus, Settings2, Upload, Workflow } from 'lucide-react'
import { Suspense, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { sayProblem } from '#ui/toast.tsx'
import { saveFlowFile } from './list/flow-file.ts'
import { FlowRow } from './list/flow-row.tsx'
import { NameDialog } from './list/name-dialog.tsx'
import { RemoveDialog } from './list/remove-dialog.tsx'
import { useFlows, useUsers } from './list/use-flows.ts'
import { problemWords } from './problem-words.ts'

const ImportDialog = lazyPart(() => import('./list/import-dialog.tsx').then((module) => module.ImportDialog))
const FlowButtons = lazyPart(() => import('./list/gallery-cards.tsx').then((module) => module.FlowButtons))
const NewDialog = lazyPart(() => import('./list/new-dialog.tsx').then((module) => module.NewDialog))

type Asked = { what: 'new'; first?: string } | { what: 'import' } | { what: 'rename' | 'duplicate' | 'remove'; flow: ListedFlow }

/** The flows of the tenant. */
export const FlowsPage = () => {
  const { t } = useTexts('flows')
  const { slug } = useTenant()
  const navigate = useNavigate()
  const mayManage = useCan('flows.manage')
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFlows()
  const usersOf = useUsers()
  useTitle(t('title'))
  const flows = data?.pages.flatMap(({ items }) => items)
  const done = () => setAsked(null)
  const exported = (id: string) =>
    void call(flowRoutes.read, { params: { id } }).then(saveFlowFile, (problem: unknown) => {
      if (!isProblem(problem)) throw problem
      sayProblem(problemWords(problem))
    })
  const open = ({ id }: Flow) => void navigate({ to: '/a/$tenant/flows/$flowId', params: { tenant: slug, flowId: id } })
  const create = (
    <Button look="solid" icon={Plus} onClick={() => setAsked({ what: 'new' })}>
      {t('new.open')}
    </Button>
  )
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="min-w-24 flex-1 text-xl font-semibold">{t('title')}</h1>
          {mayManage && (
            <>
              <IconButton
                icon={Settings2}
                label={t('settings.title')}
                onClick={() => void navigate({ to: '/a/$tenant/settings/flows', params: { tenant: slug } })}
              />
              <Button icon={Upload} onClick={() => setAsked({ what: 'import' })}>
                <span className="max-tablet:sr-only">{t('import.open')}</span>
              </Button>
              {flows?.length !== 0 && create}
            </>
          )}
        </div>
        <p className="mt-1 text-sm text-fg-2">{t('subtitle')}</p>
        {flows && flows.length > 0 && (
          <ul aria-label={t('title')} className="mt-3 divide-y divide-line border-y border-line">
            {flows.map((flow) => (
              <FlowRow
                key={flow.id}
                flow={flow}
                users={usersOf(flow.id)}
                onRename={() => setAsked({ what: 'rename', flow })}
                onDuplicate={() => setAsked({ what: 'duplicate', flow })}
                onExport={() => exported(flow.id)}
                onRemove={() => setAsked({ what: 'remove', flow })}
              />
            ))}
          </ul>
        )}
        {!flows && error && <ErrorState title={t('list.failed')} error={error} onRetry={() => void refetch()} />}
        {!flows && !error && (
          <Loading label={t('loading')} className="mt-4 flex flex-col gap-3">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-16" />
            ))}
          </Loading>
        )}
        {flows?.length === 0 && (
          <>
            <EmptyState icon={Workflow} title={t('list.empty')} className="mt-2">
              {t(mayManage ? 'list.empty_begin' : 'list.empty_hint')}
            </EmptyState>
            {mayManage && (
              <Suspense>
                <FlowButtons onChoose={(first) => setAsked({ what: 'new', first })} />
              </Suspense>
            )}
          </>
        )}
        {hasNextPage && (
          <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
      {(asked?.what === 'rename' || asked?.what === 'duplicate') && <NameDialog what={asked.what} flow={asked.flow} onClose={done} />}
      {asked?.what === 'remove' && <RemoveDialog flow={asked.flow} users={usersOf(asked.flow.id)} onClose={done} />}
      <Suspense>
        {asked?.what === 'import' && <ImportDialog onClose={done} onDone={open} />}
        {asked?.what === 'new' && <NewDialog {...(asked.first && { first: asked.first })} onClose={done} onDone={open} />}
      </Suspense>
    </main>
  )
}
