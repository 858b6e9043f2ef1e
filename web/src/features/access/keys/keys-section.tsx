import type { ApiKey, ApiKeyWithSecret } from '@chasqui/contracts'
import { apiKeyRoutes } from '@chasqui/contracts/http/api-keys'
import { useInfiniteQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say } from '#ui/toast.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { KeyCard } from './key-card.tsx'
import { KeyForm } from './key-form.tsx'
import { RotateDialog } from './rotate-dialog.tsx'
import { SecretOnce } from './secret-once.tsx'

type Open = { what: 'create' } | { what: 'rotate' | 'revoke'; key: ApiKey } | { what: 'secret'; made: ApiKeyWithSecret } | null

const readAgain = () => queryClient.invalidateQueries({ queryKey: [apiKeyRoutes.list.id] })

export const KeysSection = () => {
  const { t } = useTexts('access')
  const mayManage = useCan('keys.manage')
  const [open, setOpen] = useState<Open>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [apiKeyRoutes.list.id],
    queryFn: ({ pageParam, signal }) => call(apiKeyRoutes.list, { query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
  if (error) return <ErrorState title={t('key.failed')} error={error} onRetry={() => void refetch()} className="flex-1" />
  if (!data)
    return (
      <Loading label={t('loading')}>
        <Skeleton className="h-28 w-full" />
      </Loading>
    )
  const keys = data.pages.flatMap(({ items }) => items)
  const close = () => setOpen(null)
  const show = (made: ApiKeyWithSecret) => {
    setOpen({ what: 'secret', made })
    void readAgain()
  }
  const revoke = async ({ id, name }: ApiKey) => {
    await call(apiKeyRoutes.revoke, { params: { id } })
    await readAgain()
    say(t('revoke.done', { name }))
  }
  const create = mayManage && (
    <Button look="solid" icon={Plus} onClick={() => setOpen({ what: 'create' })}>
      {t('key.act')}
    </Button>
  )
  return (
    <>
      {keys.length === 0 ? (
        <EmptyState icon={KeyRound} title={t('key.empty')} className="flex-1" action={create}>
          {t('key.empty_hint')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <div className="flex justify-end">{create}</div>
          {keys.map((key) => (
            <KeyCard key={key.id} of={key} onRotate={() => setOpen({ what: 'rotate', key })} onRevoke={() => setOpen({ what: 'revoke', key })} />
          ))}
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()} className="self-center">
              {t('key.further')}
            </Button>
          )}
        </div>
      )}
      {open?.what === 'create' && <KeyForm onMade={show} onClose={close} />}
      {open?.what === 'rotate' && <RotateDialog of={open.key} onMade={show} onClose={close} />}
      {open?.what === 'revoke' && (
        <ConfirmDialog
          title={t('revoke.title', { name: open.key.name })}
          description={t('revoke.text')}
          verb={t('revoke.verb')}
          act={() => revoke(open.key)}
          onClose={close}
        />
      )}
      {open?.what === 'secret' && <SecretOnce name={open.made.key.name} secret={open.made.secret} onSaved={close} />}
    </>
  )
}
