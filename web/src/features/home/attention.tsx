import type { Home } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { AlarmClockOff, CircleCheck, CircleHelp, type LucideIcon, PhoneCall, SendHorizontal, Star, Timer, TriangleAlert, Unplug } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Card } from '#ui/card.tsx'
import { Chip, type Tone } from '#ui/chip.tsx'

type Item = Home['attention'][number]

const marks: Record<Item['kind'], { icon: LucideIcon; tone: Tone }> = {
  late: { icon: AlarmClockOff, tone: 'danger' },
  waiting: { icon: Timer, tone: 'danger' },
  callback: { icon: PhoneCall, tone: 'danger' },
  failed_send: { icon: SendHorizontal, tone: 'danger' },
  uncertain_send: { icon: CircleHelp, tone: 'warning' },
  dead_letters: { icon: TriangleAlert, tone: 'warning' },
  low_score: { icon: Star, tone: 'warning' },
  channel_down: { icon: Unplug, tone: 'danger' },
}

const Row = ({ item }: { item: Item }) => {
  const { t } = useTexts('home')
  const tenant = useTenant()
  const format = useFormat({ ticking: true })
  const mayRead = useCan('conversations.read')
  const { icon, tone } = marks[item.kind]
  const waited = item.since ? format.duration(Math.max(60, Math.floor(format.secondsSince(item.since) / 60) * 60)) : null
  const chip = item.kind === 'waiting' && waited ? waited : t(`attention.${item.kind}.chip`)
  return (
    <li className="flex min-h-[42px] items-center gap-2.5 border-t border-line py-1.5 text-[13.5px] first:border-0">
      <Chip tone={tone} icon={icon} {...(item.since && { title: format.fullTime(item.since) })}>
        {chip}
      </Chip>
      <span className="min-w-0 flex-1">
        {item.label
          ? t(`attention.${item.kind}.text`, { name: format.name(item.label), count: item.count })
          : t(`attention.${item.kind}.many`, { count: item.count })}
      </span>
      {mayRead && item.conversationId && (
        <Link
          to="/a/$tenant/inbox/$view/$conversationId"
          params={{ tenant: tenant.slug, view: 'all', conversationId: item.conversationId }}
          className="shrink-0 py-1 font-semibold text-primary hover:underline"
        >
          {t('attention.open')}
        </Link>
      )}
    </li>
  )
}

/** What somebody has to look at, worst first as the server orders it. */
export const Attention = ({ items }: { items: Item[] }) => {
  const { t } = useTexts('home')
  return (
    <Card id="attention" className="scroll-mt-4 max-tablet:px-4">
      <h2 className="text-md font-semibold">{t('attention.title')}</h2>
      {items.length === 0 ? (
        <p className="mt-2 flex items-center gap-2 text-sm text-fg-2">
          <CircleCheck size={18} strokeWidth={1.75} className="shrink-0 text-success" aria-hidden />
          {t('attention.none')}
        </p>
      ) : (
        <ul className="mt-1">
          {items.map((item) => (
            <Row key={`${item.kind}${item.conversationId}${item.label}`} item={item} />
          ))}
        </ul>
      )}
    </Card>
  )
}
