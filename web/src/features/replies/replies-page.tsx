import type { Reply, ReplyScope } from '@chasqui/contracts'
import { MessageSquareText, Plus, SearchX, Upload } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { useResting } from '#lib/use-resting.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ReplyDialog } from './reply-dialog.tsx'
import { ReplyRow } from './reply-row.tsx'
import { useFolders, useReplies, type Wanted } from './use-replies.ts'

const ImportDialog = lazyPart(() => import('./import-dialog.tsx').then((module) => module.ImportDialog))

const everything: Wanted = { scope: '', folder: '', search: '' }
type Asked = { what: 'edit'; reply: Reply | null } | { what: 'remove'; reply: Reply } | { what: 'import' }

/** Quick replies: one's own, and those of queues and of everybody. */
export const RepliesPage = () => {
  const { t } = useTexts('replies')
  useTitle(t('title'))
  const [wanted, setWanted] = useState(everything)
  const [asked, setAsked] = useState<Asked | null>(null)
  const search = useResting(wanted.search.trim(), 250)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReplies({ ...wanted, search })
  const replies = data?.pages.flatMap(({ items }) => items)
  const done = () => setAsked(null)
  const narrowed = wanted.scope !== '' || wanted.folder !== '' || search !== ''
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="min-w-44 flex-1 text-xl font-semibold">{t('title')}</h1>
          <Button icon={Upload} onClick={() => setAsked({ what: 'import' })}>
            {t('import.open')}
          </Button>
          <Button look="solid" icon={Plus} onClick={() => setAsked({ what: 'edit', reply: null })}>
            {t('new')}
          </Button>
        </div>
        <p className="mt-1 text-sm text-fg-2">{t('subtitle')}</p>
        <Filters wanted={wanted} onChange={setWanted} />
        {replies && replies.length > 0 && (
          <ul aria-label={t('title')} className="mt-3 divide-y divide-line border-y border-line">
            {replies.map((reply) => (
              <ReplyRow key={reply.id} reply={reply} onEdit={() => setAsked({ what: 'edit', reply })} onRemove={() => setAsked({ what: 'remove', reply })} />
            ))}
          </ul>
        )}
        {!replies && error && <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />}
        {!replies && !error && (
          <Loading label={t('loading')} className="mt-4 flex flex-col gap-3">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-16" />
            ))}
          </Loading>
        )}
        {replies?.length === 0 &&
          (narrowed ? (
            <EmptyState
              icon={SearchX}
              title={t('none_found')}
              className="mt-6"
              action={<Button onClick={() => setWanted(everything)}>{t('show_all')}</Button>}
            />
          ) : (
            <EmptyState icon={MessageSquareText} title={t('empty')} className="mt-6">
              {t('empty_hint')}
            </EmptyState>
          ))}
        {hasNextPage && (
          <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      {asked?.what === 'edit' && <ReplyDialog reply={asked.reply} onClose={done} />}
      {asked?.what === 'remove' && <RemoveDialog reply={asked.reply} onClose={done} />}
      {asked?.what === 'import' && (
        <Suspense>
          <ImportDialog onClose={done} />
        </Suspense>
      )}
    </main>
  )
}

const Filters = ({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) => {
  const { t } = useTexts('replies')
  const folders = useFolders()
  const scopes: { value: ReplyScope | ''; label: string }[] = [
    { value: '', label: t('scope.any') },
    { value: 'own', label: t('scope.own') },
    { value: 'queue', label: t('scope.queue') },
    { value: 'tenant', label: t('scope.tenant') },
  ]
  return (
    <div className="mt-3 grid gap-2 tablet:grid-cols-3">
      <TextField
        label={t('search')}
        type="search"
        value={wanted.search}
        maxLength={200}
        onChange={({ target }) => onChange({ ...wanted, search: target.value })}
      />
      <SelectField label={t('scope.label')} value={wanted.scope} options={scopes} onChange={(scope) => onChange({ ...wanted, scope })} />
      <SelectField
        label={t('folder.label')}
        value={wanted.folder}
        options={[{ value: '', label: t('folder.any') }, ...folders.map((folder) => ({ value: folder, label: folder }))]}
        onChange={(folder) => onChange({ ...wanted, folder })}
      />
    </div>
  )
}
