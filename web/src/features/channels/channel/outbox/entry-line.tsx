import type { Channel, OutboxEntry } from '@chasqui/contracts'
import { operationRoutes } from '@chasqui/contracts/http/operations'
import { Link } from '@tanstack/react-router'
import { Ban, CalendarClock, CircleAlert, CircleCheck, CircleHelp, CircleSlash, Hourglass, RotateCw, Send } from 'lucide-react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { say } from '#ui/toast.tsx'
import { readChannelsAgain } from '../../data/use-channels.ts'
import type { KindForm } from '../../kinds/kind.ts'
import { Cause } from './cause.tsx'
import { useRefusal } from './refusal.ts'
import { useTypeWords } from './type-words.ts'

const looks = {
  pending: { tone: 'info', icon: Hourglass },
  scheduled: { tone: 'info', icon: CalendarClock },
  retry: { tone: 'warning', icon: RotateCw },
  processing: { tone: 'info', icon: Send },
  sent: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleAlert },
  uncertain: { tone: 'warning', icon: CircleHelp },
  cancelled: { tone: 'neutral', icon: CircleSlash },
} as const

/** What waits can be kept from leaving; what did not leave, or may not have, can be sent again. */
const ways = {
  pending: 'cancel',
  scheduled: 'cancel',
  retry: 'cancel',
  processing: null,
  sent: null,
  failed: 'retry',
  uncertain: 'retry',
  cancelled: 'retry',
} as const

/** What the person is called, or where it goes when nobody knows. */
const useName = ({ person, phone, recipient }: Pick<OutboxEntry, 'person' | 'phone' | 'recipient'>): string => {
  const format = useFormat()
  return person ? format.name(person) : phone ? format.phone(phone) : recipient
}

/** Whom it is for, with a way to where it stands; a reaction is no message of its own there. */
const Whom = ({ entry }: { entry: OutboxEntry }) => {
  const { id, conversationId, type } = entry
  const tenant = useTenant()
  const mayRead = useCan('conversations.read')
  const name = useName(entry)
  if (!conversationId || !mayRead) return <strong className="min-w-0 truncate text-base font-semibold">{name}</strong>
  return (
    <Link
      to="/a/$tenant/inbox/$view/$conversationId"
      params={{ tenant: tenant.slug, view: 'all', conversationId }}
      search={type === 'reaction' ? {} : { message: id }}
      className="min-w-0 truncate text-base font-semibold text-primary hover:underline"
    >
      {name}
    </Link>
  )
}

const Way = ({ entry, way }: { entry: OutboxEntry; way: 'cancel' | 'retry' }) => {
  const { id } = entry
  const { t } = useTexts('channels')
  const { busy, problem, run } = useAct()
  const refusal = useRefusal(problem)
  const name = useName(entry)
  const does = () =>
    run(async () => {
      await call(way === 'cancel' ? operationRoutes.queueCancel : operationRoutes.queueRetry, { params: { id } })
      say(t(`outbox.${way}_done`, { name }))
      await readChannelsAgain()
    })
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" icon={way === 'cancel' ? Ban : RotateCw} busy={busy} aria-label={t(`outbox.${way}_of`, { name })} onClick={() => void does()}>
        {t(`outbox.${way}`)}
      </Button>
      {refusal && (
        <Banner tone="danger" className="rounded-control px-3">
          {refusal}
        </Banner>
      )}
    </div>
  )
}

/** One message on its way: for whom, how far it is and why, and what can be done. */
export const EntryLine = ({ entry, channel, form }: { entry: OutboxEntry; channel: Channel; form: KindForm | null }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const typeWords = useTypeWords()
  const mayManage = useCan('outbox.manage')
  const { state, phone, type, attempts, createdAt } = entry
  const way = ways[state]
  const facts = [
    ...(phone ? [format.phone(phone)] : []),
    typeWords(type),
    t('outbox.written', { when: format.moment(createdAt) }),
    ...(attempts > 1 ? [t('outbox.tries', { count: attempts })] : []),
  ]
  return (
    <li className="flex flex-col gap-1.5 py-3 tablet:flex-row tablet:items-start tablet:gap-4">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Whom entry={entry} />
          <Chip {...looks[state]}>{t(`outbox.state.${state}`)}</Chip>
        </div>
        <p className="text-xs text-fg-3 tabular">{facts.join(' · ')}</p>
        <Cause entry={entry} channel={channel} form={form} />
      </div>
      {way && mayManage && <Way entry={entry} way={way} />}
    </li>
  )
}
