import type { Channel, OutboxState } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import type { KindForm } from '../../kinds/kind.ts'
import { lookAgainEvery } from '../health.tsx'
import { Holds } from '../holds.tsx'
import { EntryLine } from './entry-line.tsx'
import { states, useOutbox } from './use-outbox.ts'

/** What the vendor's word keeps back, and the way to let it go. */
const HeldBack = ({ id }: { id: string }) => {
  const { data } = useQuery({ ...asked(channelRoutes.standing, { params: { id } }), refetchInterval: lookAgainEvery })
  return data && <Holds id={id} holds={data.holds} waiting={data.waiting} />
}

/** Only what stands in one state; which one stands in the address. */
const useStateFilter = () => {
  const navigate = useNavigate()
  const { sending: named } = useSearch({ from: '/a/$tenant/channels/$channelId' })
  const state = states.find((one) => one === named)
  const choose = (next: OutboxState | '') => void navigate({ to: '.', search: { tab: 'outbox', ...(next && { sending: next }) }, replace: true })
  return { state, choose }
}

const List = ({ channel, form, state }: { channel: Channel; form: KindForm | null; state: OutboxState | undefined }) => {
  const { t } = useTexts('channels')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOutbox(channel.id, state)
  const entries = data?.pages.flatMap(({ items }) => items)
  if (!entries)
    return error ? (
      <ErrorState title={t('outbox.failed')} error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading label={t('loading')} className="flex flex-col gap-3">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </Loading>
    )
  return (
    <>
      {entries.length > 0 ? (
        <ul aria-label={t('outbox.title')} className="divide-y divide-line">
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} channel={channel} form={form} />
          ))}
        </ul>
      ) : hasNextPage ? (
        <p className="text-sm text-fg-3">{t('outbox.none_yet')}</p>
      ) : (
        <EmptyState icon={MailCheck} title={t(state ? 'outbox.none_in_state' : 'outbox.none')} />
      )}
      {hasNextPage && (
        <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('outbox.more')}
        </Button>
      )}
    </>
  )
}

/** What a channel sends: what waits and why, what left, what did not, and what can be done about it. */
export const Outbox = ({ channel, form }: { channel: Channel; form: KindForm | null }) => {
  const { t } = useTexts('channels')
  const { state, choose } = useStateFilter()
  return (
    <Section title={t('outbox.title')} hint={t('outbox.hint')}>
      <HeldBack id={channel.id} />
      <SelectField<OutboxState | ''>
        className="max-w-xs"
        label={t('outbox.filter')}
        value={state ?? ''}
        options={[{ value: '', label: t('outbox.all') }, ...states.map((value) => ({ value, label: t(`outbox.of.${value}`) }))]}
        onChange={choose}
      />
      <List channel={channel} form={form} state={state} />
    </Section>
  )
}
