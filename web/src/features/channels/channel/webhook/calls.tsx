import type { Channel, WebhookCalls } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, CircleX, KeyRound, ShieldAlert, TriangleAlert } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { lookAgainEvery } from '../health.tsx'

type Call = WebhookCalls['items'][number]

const looks = {
  stored: { icon: CircleCheck, look: 'text-success' },
  verified: { icon: KeyRound, look: 'text-success' },
  forged: { icon: ShieldAlert, look: 'text-danger' },
  unverified: { icon: CircleX, look: 'text-danger' },
  malformed: { icon: CircleHelp, look: 'text-warning' },
  failed: { icon: TriangleAlert, look: 'text-warning' },
} as const

/** When the newest call was refused, what that means and what to do. */
const useTrouble = ([newest]: Call[]): string | null => {
  const { t } = useTexts('channels')
  if (!newest || newest.verdict === 'stored' || newest.verdict === 'verified') return null
  return t(`calls.trouble.${newest.verdict}`)
}

const Line = ({ call: { at, verdict, items } }: { call: Call }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const { icon: Icon, look } = looks[verdict]
  return (
    <li className="flex gap-3 py-2">
      <Icon size={18} strokeWidth={1.75} className={`mt-px shrink-0 ${look}`} aria-hidden />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 text-base">
          {t(`calls.verdict.${verdict}`)}
          {items !== null && <span className="text-sm text-fg-2"> · {t('calls.items', { count: items })}</span>}
        </span>
        <time dateTime={at} className="text-xs text-fg-3 tabular">
          {format.moment(at)}
        </time>
      </div>
    </li>
  )
}

const Shown = ({ calls: { items, counts, since, processes, silent } }: { calls: WebhookCalls }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const trouble = useTrouble(items)
  const taken = (counts.stored ?? 0) + (counts.verified ?? 0)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const when = format.moment(since)
  const counted = processes === 1 ? t('calls.since', { when }) : t('calls.since_all', { when, count: processes })
  const known = silent === 0 ? counted : `${counted} ${t('calls.silent', { count: silent })}`
  if (items.length === 0) return <p className="text-sm text-fg-3">{`${t('calls.none')} ${known}`}</p>
  return (
    <>
      {trouble && (
        <Banner tone="warning" className="rounded-control px-3">
          {trouble}
        </Banner>
      )}
      <p className="text-sm text-fg-2">{t('calls.sum', { taken: format.number(taken), refused: format.number(all - taken) })}</p>
      <ul aria-label={t('calls.title')} className="divide-y divide-line">
        {items.map((call, index) => (
          <Line key={`${call.at} ${index}`} call={call} />
        ))}
      </ul>
      <p className="text-xs text-fg-3">{known}</p>
    </>
  )
}

/** The vendor's last calls and what became of each, as far as the processes that live know them. */
export const Calls = ({ channel: { id } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const { data, error, refetch } = useQuery({ ...asked(channelRoutes.webhookCalls, { params: { id } }), refetchInterval: lookAgainEvery })
  return (
    <Section title={t('calls.title')} hint={t('calls.hint')}>
      {data ? (
        <Shown calls={data} />
      ) : error ? (
        <ErrorState title={t('calls.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')} className="flex flex-col gap-2">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-9" />
          ))}
        </Loading>
      )}
    </Section>
  )
}
