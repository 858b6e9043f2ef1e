import type { Conversation } from '@chasqui/contracts'
import { AlarmClockOff, Hourglass, type LucideIcon, Pause, Timer } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { serverNow } from '#lib/server-clock.ts'
import { Chip, type Tone } from '#ui/chip.tsx'
import { type DueStanding, dueStanding } from './due-standing.ts'
import { useOpensAt } from './use-openings.ts'

const looks: Record<DueStanding['look'], { tone: Tone; icon: LucideIcon }> = {
  fine: { tone: 'success', icon: Timer },
  soon: { tone: 'warning', icon: Hourglass },
  late: { tone: 'danger', icon: AlarmClockOff },
  paused: { tone: 'neutral', icon: Pause },
}

const minute = 60

/** What a conversation is owed by the service level: how long it is until then, by colour, sign and words. `precise` counts the seconds. */
export const DueChip = ({ conversation, precise = false, className }: { conversation: Conversation; precise?: boolean; className?: string }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { due, campaign } = conversation
  const now = useNow(due?.at ? (precise ? 1000 : 5000) : null) ?? serverNow()
  const opensAt = useOpensAt(due === null ? undefined : campaign?.id)
  if (!due) return null
  const counted = dueStanding(due, now)
  // Outside the hours nothing passes: until when, says more than how long.
  const { look, seconds } = opensAt && counted.look !== 'late' ? { ...counted, look: 'paused' as const } : counted
  const { tone, icon } = looks[look]
  const length = precise && look !== 'paused' && Math.abs(seconds) < 60 * minute ? format.countdown(seconds) : lengthOf(format.duration, seconds)
  const text = look === 'late' && !length.startsWith('+') ? `+${length}` : length
  const metric = t(`due.metric.${due.metric}`)
  const words =
    look === 'paused'
      ? opensAt && due.at
        ? t('due.closed', { metric, opens: format.moment(opensAt), at: format.moment(due.at) })
        : t('due.paused', { metric, left: format.duration(seconds) })
      : look === 'late'
        ? t('due.late', { metric, length: lengthOf(format.duration, seconds), at: format.moment(due.at!) })
        : t(`due.${look}`, { metric, length: lengthOf(format.duration, seconds), at: format.moment(due.at!) })
  return (
    <Chip tone={tone} icon={icon} title={words} {...(className && { className })}>
      <span aria-hidden>{look === 'paused' && opensAt && due.at ? format.clock(due.at) : text}</span>
      <span className="sr-only">{words}</span>
    </Chip>
  )
}

/** Whole minutes from one on: a list that counts seconds never stands still. */
const lengthOf = (duration: (seconds: number) => string, seconds: number): string => {
  const length = Math.abs(seconds)
  return duration(length < minute ? length : Math.floor(length / minute) * minute)
}
