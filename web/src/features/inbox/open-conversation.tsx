import { MessageCircleX } from 'lucide-react'
import { Suspense, useRef } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import type { InboxAddress } from './address/use-inbox-address.ts'
import { useConversation } from './cache/use-conversation.ts'
import { ThreadColumn } from './thread/thread-column.tsx'
import { ThreadSkeleton } from './thread/thread-skeleton.tsx'
import { useColumns } from './use-columns.ts'
import type { PanelProps, TasksBeside } from './panel/panel.tsx'

// The words come first.
const LazyPanel = lazyPart(() => import('./panel/panel.tsx').then((module) => module.Panel))
const Panel = (props: PanelProps) => (
  <Suspense fallback={null}>
    <LazyPanel {...props} />
  </Suspense>
)

type OpenProps = { id: string; address: InboxAddress; tasks: TasksBeside; onBack: () => void }

/** The conversation that the address names, with its panel. The panel stands beside it by default where it has a column of its own. */
export const OpenConversation = ({ id, address, tasks, onBack }: OpenProps) => {
  const { t } = useTexts('inbox')
  const columns = useColumns()
  const { data: conversation, error, refetch } = useConversation(id)
  const panelShown = columns.panel ? address.search.panel !== 'closed' : address.search.panel === 'open'
  const cameHere = useRef(false)
  const showPanel = (shown: boolean) => {
    if (columns.panel) address.change({ panel: shown ? undefined : 'closed' })
    else if (shown) address.change({ panel: 'open' }, { replace: false })
    else if (cameHere.current) history.back()
    else address.change({ panel: undefined })
    cameHere.current = shown
  }
  if (!conversation)
    return error ? (
      <CannotOpen error={error} onBack={onBack} onRetry={() => void refetch()} />
    ) : (
      <div className="flex h-full flex-col bg-thread">
        <ThreadSkeleton />
      </div>
    )
  return (
    <div className={columns.panel && panelShown ? 'grid h-full min-w-0 grid-cols-[minmax(0,1fr)_var(--side-w)] grid-rows-[100%]' : 'h-full min-w-0'}>
      <ThreadColumn conversation={conversation} address={address} panelShown={panelShown} onBack={onBack} onPanel={() => showPanel(!panelShown)} />
      {columns.panel && panelShown && (
        <aside aria-label={t('panel.label')} className="min-h-0 border-l border-line">
          <Panel conversation={conversation} tasks={tasks} />
        </aside>
      )}
      {!columns.panel && (
        <SideSheet open={panelShown} onClose={() => showPanel(false)} title={t('panel.label')}>
          <Panel conversation={conversation} tasks={tasks} />
        </SideSheet>
      )}
    </div>
  )
}

const CannotOpen = ({ error, onBack, onRetry }: { error: unknown; onBack: () => void; onRetry: () => void }) => {
  const { t } = useTexts('inbox')
  if (isProblem(error) && (error.status === 404 || error.status === 400 || error.status === 422))
    return (
      <EmptyState
        icon={MessageCircleX}
        title={t('thread.absent')}
        className="h-full bg-thread"
        action={<Button onClick={onBack}>{t('thread.to_list')}</Button>}
      />
    )
  return <ErrorState title={t('thread.failed')} error={error} onRetry={onRetry} className="h-full bg-thread" />
}
