import type { Channel } from '@chasqui/contracts'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus, RadioTower, SearchX } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useChannelNews, useChannels, useSending, useTraffic } from './data/use-channels.ts'
import { useAnswerWords } from './list/answer-words.ts'
import { ChannelRow } from './list/channel-row.tsx'

/** From so many on one looks for a channel rather than at all of them. */
const many = 7

const New = () => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  return (
    <Link to="/a/$tenant/channels/new" params={{ tenant: tenant.slug }} className={buttonLook('solid')}>
      <Plus size={18} strokeWidth={1.75} aria-hidden />
      {t('new')}
    </Link>
  )
}

const plain = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const List = ({ channels }: { channels: Channel[] }) => {
  const { t } = useTexts('channels')
  const navigate = useNavigate()
  const { q = '' } = useSearch({ from: '/a/$tenant/channels' })
  const answersOf = useAnswerWords()
  const sendingOf = useSending()
  const trafficOf = useTraffic()
  const mayManage = useCan('channels.manage')
  const look = (words: string) => void navigate({ to: '.', search: words ? { q: words } : {}, replace: true })
  const found = channels.filter(({ name, address, kind }) => plain(`${name} ${address ?? ''} ${t(`kind.${kind}`)}`).includes(plain(q.trim())))
  if (channels.length === 0)
    return (
      <EmptyState icon={RadioTower} title={t('list.empty')} className="mt-6" {...(mayManage && { action: <New /> })}>
        {t('list.empty_hint')}
      </EmptyState>
    )
  return (
    <>
      {(channels.length >= many || q) && (
        <TextField className="mt-4 max-w-sm" label={t('list.filter')} type="search" value={q} onChange={({ target }) => look(target.value)} />
      )}
      {found.length > 0 ? (
        <ul aria-label={t('title')} className="mt-3 divide-y divide-line border-y border-line">
          {found.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} answers={answersOf(channel)} sending={sendingOf(channel.id)} today={trafficOf(channel.id)} />
          ))}
        </ul>
      ) : (
        <EmptyState icon={SearchX} title={t('list.none_found')} className="mt-6" action={<Button onClick={() => look('')}>{t('list.clear')}</Button>} />
      )}
    </>
  )
}

/** The numbers, pages and bots of the tenant, and how each of them is. */
export const ChannelsPage = () => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const { data, error, refetch } = useChannels()
  useChannelNews()
  useTitle(t('title'))
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
          {mayManage && data?.length !== 0 && <New />}
        </div>
        <p className="mt-1 text-sm text-fg-2">{t('subtitle')}</p>
        {data ? (
          <List channels={data} />
        ) : error ? (
          <ErrorState title={t('list.failed')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={t('loading')} className="mt-4 flex flex-col gap-3">
            {[0, 1, 2].map((row) => (
              <Skeleton key={row} className="h-16" />
            ))}
          </Loading>
        )}
      </div>
    </main>
  )
}
