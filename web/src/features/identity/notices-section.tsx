import type { NoticeKind, NoticeSettings } from '@chasqui/contracts'
import { ownProfileRoutes } from '@chasqui/contracts/http/own-profile'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked, call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'
import { sayProblem } from '#ui/toast.tsx'
import { AccountSection } from './account-section.tsx'

const everybodys: NoticeKind[] = ['waiting', 'assigned', 'note', 'message', 'due', 'mention', 'task']
const ways = ['sound', 'desktop'] as const
type Way = (typeof ways)[number]

const allowed = () => ('Notification' in window ? Notification.permission : 'denied')

const save = async (wished: NoticeSettings, before: NoticeSettings): Promise<void> => {
  const key = keyOf(ownProfileRoutes.notices)
  queryClient.setQueryData(key, wished)
  await call(ownProfileRoutes.setNotices, { body: wished }).catch((problem: unknown) => {
    queryClient.setQueryData(key, before)
    throw problem
  })
}

/** What one is told of, by sound and over other windows. A switch holds at once, on every page and device of theirs. */
export const NoticesSection = () => {
  const { t } = useTexts('identity')
  const { data, error, refetch } = useQuery({ ...asked(ownProfileRoutes.notices), staleTime: Infinity })
  const kinds = useCan('channels.manage') ? [...everybodys, 'channel' as const] : everybodys
  const [permission, setPermission] = useState(allowed)
  const change = async (kind: NoticeKind, way: Way, on: boolean) => {
    if (!data) return
    if (way === 'desktop' && on && permission === 'default') setPermission(await Notification.requestPermission())
    await save({ ...data, [kind]: { ...data[kind], [way]: on } }, data).catch(() => sayProblem(t('notices.not_saved')))
  }
  return (
    <AccountSection title={t('notices.title')} text={t('notices.text')}>
      {data ? (
        <ul className="flex flex-col divide-y divide-line">
          {kinds.map((kind) => (
            <li key={kind} className="grid gap-x-6 py-2 tablet:grid-cols-[1fr_auto_auto] tablet:items-center">
              <span className="text-base font-medium">{t(`notices.${kind}`)}</span>
              {ways.map((way) => (
                <Switch
                  key={way}
                  label={t(`notices.by_${way}`)}
                  name={`${t(`notices.by_${way}`)}: ${t(`notices.${kind}`)}`}
                  checked={data[kind][way]}
                  onChange={(on) => void change(kind, way, on)}
                />
              ))}
            </li>
          ))}
        </ul>
      ) : error ? (
        <ErrorState title={t('notices.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')}>
          <Skeleton className="h-40" />
        </Loading>
      )}
      {data && permission !== 'granted' && kinds.some((kind) => data[kind].desktop) && (
        <Banner tone="info" className="mt-3 rounded-control px-3" {...(permission === 'default' && { action: <Allow onAnswer={setPermission} /> })}>
          {t(permission === 'default' ? 'notices.ask' : 'notices.denied')}
        </Banner>
      )}
    </AccountSection>
  )
}

const Allow = ({ onAnswer }: { onAnswer: (permission: NotificationPermission) => void }) => {
  const { t } = useTexts('identity')
  return (
    <Button size="sm" onClick={() => void Notification.requestPermission().then(onAnswer)}>
      {t('notices.allow')}
    </Button>
  )
}
