import type { Conversation, SimulatedPhone } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { Button } from '#ui/button.tsx'
import { usePhoneClock } from './use-phone-clock.ts'

/** How long free text is still allowed, as the inbox reckons it. */
const WindowLine = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('simulator')
  const { duration } = useFormat()
  const now = useNow(10_000) ?? 0
  const { hasWindow, windowExpiresAt } = conversation
  if (!hasWindow) return t('clock.no_window')
  const left = windowExpiresAt === null ? 0 : (Date.parse(windowExpiresAt) - now) / 1000
  return left > 0 ? t('clock.window_open', { left: duration(left) }) : t('clock.window_closed')
}

type ClockControlsProps = { channelId: string; person: SimulatedPhone; conversation: Conversation | null }

/** Lets time pass on one phone: an hour, more than the service window, until a moment when nobody works. */
export const ClockControls = ({ channelId, person, conversation }: ClockControlsProps) => {
  const { t } = useTexts('simulator')
  const format = useFormat()
  const clock = usePhoneClock(channelId, person)
  const step = (label: string, move: (() => void) | null) => (
    <Button size="sm" disabled={!move} onClick={() => move?.()}>
      {label}
    </Button>
  )
  return (
    <>
      <p className="text-base">
        <span className="inline-block font-semibold first-letter:uppercase">
          {t('clock.shows', { day: format.longDay(clock.shown), time: format.clock(clock.shown) })}
        </span>
        {clock.ahead > 0 && <span className="text-fg-2"> · {t('clock.ahead', { duration: format.duration(clock.ahead) })}</span>}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {step(t('clock.hours', { count: 1 }), clock.hours(1))}
        {step(t('clock.hours', { count: 23 }), clock.hours(23))}
        {step(t('clock.hours', { count: 25 }), clock.hours(25))}
        {step(`${format.weekday(clock.sunday.at)} ${format.clock(clock.sunday.at)}`, clock.sunday.move)}
        {clock.ahead > 0 && step(t('clock.back'), clock.back)}
      </div>
      {conversation && (
        <output className="text-sm text-fg-2">
          <WindowLine conversation={conversation} />
        </output>
      )}
      <p className="text-xs text-fg-3">{t('clock.text')}</p>
    </>
  )
}
