import type { SimulatedPhone } from '@chasqui/contracts'
import { Clock3, Mic } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { usePhoneClock } from '../clock/use-phone-clock.ts'
import { useTalk } from '../phone/talk.ts'
import { sampleNote } from '../voice/sample-note.ts'
import { voiceNote } from './attachments.ts'
import { customerWords } from './customer-words.ts'

const chip =
  'inline-flex min-h-6 shrink-0 items-center gap-1 rounded-full border border-line-strong bg-surface px-2.5 py-[3px] text-xs font-semibold hover:bg-surface-2 touch:min-h-9 touch:px-3'

/** Over the service window, and until a moment when nobody works. */
const TimePasses = ({ person }: QuickTriesProps) => {
  const { t } = useTexts('simulator')
  const { speaker } = useTalk()
  const format = useFormat()
  const clock = usePhoneClock(speaker.channelId, person)
  const step = (label: string, move: (() => void) | null) => (
    <button type="button" disabled={!move} className={chip} onClick={() => move?.()}>
      <Clock3 size={13} strokeWidth={1.75} aria-hidden />
      {label}
    </button>
  )
  return (
    <>
      {step(t('clock.hours', { count: 25 }), clock.hours(25))}
      {step(`${format.weekday(clock.sunday.at)} ${format.clock(clock.sunday.at)}`, clock.sunday.move)}
    </>
  )
}

type QuickTriesProps = { person: SimulatedPhone }

/** Things worth saying to a new flow, and moments worth saying them at, one press each. */
export const QuickTries = ({ person }: QuickTriesProps) => {
  const { t } = useTexts('simulator')
  const { say, language } = useTalk()
  const write = (text: string) => say({ act: { type: 'text', text }, content: { type: 'text', text } })
  return (
    <fieldset
      aria-label={t('try.group')}
      className="flex min-w-0 shrink-0 items-center gap-1.5 text-xs text-fg-2 max-tablet:overflow-x-auto max-tablet:px-3 max-tablet:py-2 max-tablet:[scrollbar-width:none] tablet:flex-wrap"
    >
      <span className="shrink-0">{t('try.label')}</span>
      {customerWords[language].map((words) => (
        <button key={words} type="button" lang={language} className={chip} onClick={() => write(words)}>
          {words}
        </button>
      ))}
      <button type="button" className={chip} onClick={() => say(voiceNote(sampleNote(t('type.audio'))))}>
        <Mic size={13} strokeWidth={1.75} aria-hidden />
        {t('try.audio')}
      </button>
      <TimePasses person={person} />
    </fieldset>
  )
}
