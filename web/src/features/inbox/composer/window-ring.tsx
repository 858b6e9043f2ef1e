import type { Conversation } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useNarrow } from '#ui/use-narrow.ts'
import { useChannel } from '../cache/use-channel.ts'
import { type ServiceWindow, serviceWindow } from './service-window.ts'

/** Hours that are assumed until the channel's own number is known. */
const usualHours = 24

export const useServiceWindow = (conversation: Conversation): ServiceWindow => {
  const now = useNow(20_000)
  const abilities = useChannel(conversation.channel.id)?.abilities
  return serviceWindow(conversation, now ?? Date.now(), abilities?.serviceWindowHours ?? usualHours, abilities?.humanWindowHours)
}

/** Whole minutes, and never a full day: "23 h 59 min" says more than "1 d". */
const inMinutes = (left: number) => Math.max(60, Math.floor((left - 1) / 60) * 60)

const radius = 6
const round = 2 * Math.PI * radius

/** Time left to write freely, as a ring and in words; amber when it ends soon. */
export const WindowRing = ({ left, expiresAt }: { left: ServiceWindow; expiresAt: string | null }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const narrow = useNarrow()
  if (left.state === 'none') return null
  const duration = left.state === 'closed' ? '' : format.duration(inMinutes(left.left))
  const words = left.state === 'closed' ? t('window.closed_short') : narrow ? duration : t('window.left', { duration })
  const color = left.state === 'open' ? 'text-success' : left.state === 'soon' ? 'text-warning' : 'text-danger'
  return (
    <span
      title={expiresAt && left.state !== 'closed' ? t('window.until', { at: format.fullTime(expiresAt) }) : undefined}
      className={`inline-flex items-center gap-1.5 text-xs whitespace-nowrap ${left.state === 'soon' ? 'font-semibold text-warning' : 'text-fg-2'}`}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" className={color} aria-hidden>
        <circle cx="8" cy="8" r={radius} fill="none" stroke="var(--border)" strokeWidth="2.5" />
        <circle
          cx="8"
          cy="8"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeDasharray={`${left.state === 'closed' ? 0 : left.share * round} ${round}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      {words}
    </span>
  )
}
