import type { ActiveSession } from '@chasqui/contracts'
import { accountRoutes } from '@chasqui/contracts/http/account'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { asked, call } from '#lib/api.ts'
import { deviceName } from '#lib/device-name.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { AccountSection } from './account-section.tsx'

const Row = ({ session, busy, onEnd }: { session: ActiveSession; busy: boolean; onEnd: () => void }) => {
  const { t } = useTexts('identity')
  const format = useFormat()
  const device = deviceName(session) || t('sessions.unknown_device')
  return (
    <li className="flex items-center gap-3 border-t border-line py-3 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-base font-medium">
          {device}
          {session.current && <Chip tone="success">{t('sessions.current')}</Chip>}
        </p>
        <p className="text-sm text-fg-2">
          {session.address ?? t('sessions.unknown_address')} · {t('sessions.used', { time: format.moment(session.lastUsedAt) })}
        </p>
        <p className="text-sm text-fg-3">{t('sessions.since', { time: format.moment(session.createdAt) })}</p>
      </div>
      {!session.current && (
        <Button size="sm" busy={busy} onClick={onEnd} aria-label={t('sessions.end_named', { device })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

/** Where the person is signed in. Ending a session takes effect there at once. */
export const SessionsSection = () => {
  const { t } = useTexts('identity')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(asked(accountRoutes.sessions, { query: { limit: 200 } }))
  const [busy, setBusy] = useState<string | null>(null)
  const act = async (name: string, work: () => Promise<string>) => {
    setBusy(name)
    try {
      say(await work())
    } catch (refusal) {
      // One that is gone already was what was wanted.
      if (!isProblem(refusal) || refusal.status !== 404) sayProblem(t('sessions.not_ended'))
    } finally {
      setBusy(null)
      await queries.invalidateQueries({ queryKey: [accountRoutes.sessions.id] })
    }
  }
  const end = (id: string) => act(id, () => call(accountRoutes.endSession, { params: { id } }).then(() => t('sessions.ended')))
  const endOthers = () => act('others', () => call(accountRoutes.endOtherSessions).then(({ ended }) => t('sessions.others_ended', { count: ended })))
  return (
    <AccountSection title={t('sessions.title')} text={t('sessions.text')}>
      {data ? (
        <>
          <ul>
            {data.items.map((session) => (
              <Row key={session.id} session={session} busy={busy === session.id} onEnd={() => void end(session.id)} />
            ))}
          </ul>
          {data.items.length > 1 ? (
            <Button className="mt-2" busy={busy === 'others'} onClick={() => void endOthers()}>
              {t('sessions.end_others')}
            </Button>
          ) : (
            <p className="text-sm text-fg-3">{t('sessions.only_this')}</p>
          )}
        </>
      ) : error ? (
        <ErrorState title={t('sessions.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')} className="flex flex-col gap-3">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </Loading>
      )}
    </AccountSection>
  )
}
