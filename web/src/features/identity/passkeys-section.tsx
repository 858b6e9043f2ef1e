import type { Passkey } from '@chasqui/contracts'
import { passkeyRoutes } from '@chasqui/contracts/http/passkeys'
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { passkeysWork } from '#lib/passkeys.ts'
import { queryClient } from '#lib/query-client.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say } from '#ui/toast.tsx'
import { AccountSection } from './account-section.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { Trouble } from './trouble.tsx'

const readAgain = () => queryClient.invalidateQueries({ queryKey: [passkeyRoutes.list.id] })

const Row = ({ passkey }: { passkey: Passkey }) => {
  const { t } = useTexts('identity')
  const format = useFormat({ ticking: true })
  const { busy, problem, run } = useAct()
  const { id, name, createdAt, lastUsedAt } = passkey
  const remove = async () => {
    await call(passkeyRoutes.remove, { params: { id } })
    await readAgain()
    say(t('passkeys.removed', { name }))
  }
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-3 first:border-t-0">
      <KeyRound size={18} strokeWidth={1.75} className="shrink-0 text-fg-2" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="truncate text-base font-medium">{name}</p>
        <p className="text-sm text-fg-2">
          {t('passkeys.since', { time: format.listTime(createdAt) })} ·{' '}
          {lastUsedAt ? t('passkeys.used', { time: format.listTime(lastUsedAt) }) : t('passkeys.unused')}
        </p>
      </div>
      <Button size="sm" busy={busy} onClick={() => void run(remove)} aria-label={t('passkeys.remove_named', { name })}>
        {t('passkeys.remove')}
      </Button>
      <Trouble problem={problem} />
    </li>
  )
}

/** Keys on the person's devices that sign in without a password. */
export const PasskeysSection = () => {
  const { t } = useTexts('identity')
  const { data, error, refetch } = useQuery(asked(passkeyRoutes.list))
  const [adding, setAdding] = useState(false)
  const added = () => {
    setAdding(false)
    say(t('passkeys.added'))
    void readAgain()
  }
  return (
    <AccountSection title={t('passkeys.title')} text={t('passkeys.text')}>
      {data ? (
        <>
          {data.items.length > 0 && (
            <ul className="mb-3">
              {data.items.map((passkey) => (
                <Row key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          )}
          {passkeysWork() ? (
            <Button onClick={() => setAdding(true)}>{t('passkeys.add')}</Button>
          ) : (
            <Banner tone="info" className="rounded-control px-3">
              {t('passkeys.not_here')}
            </Banner>
          )}
        </>
      ) : error ? (
        <ErrorState title={t('passkeys.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')}>
          <Skeleton className="h-14" />
        </Loading>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('passkeys.add')} description={t('passkeys.add_text')}>
        <AddPasskey onDone={added} />
      </Dialog>
    </AccountSection>
  )
}
