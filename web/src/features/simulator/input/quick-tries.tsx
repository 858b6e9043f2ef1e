import { Mic } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTalk } from '../phone/talk.ts'
import { sampleNote } from '../voice/sample-note.ts'
import { voiceNote } from './attachments.ts'

const chip =
  'inline-flex min-h-6 shrink-0 items-center gap-1 rounded-full border border-line-strong bg-surface px-2.5 py-[3px] text-xs font-semibold hover:bg-surface-2 touch:min-h-9 touch:px-3'

const tries = ['hello', 'request', 'hours', 'person'] as const

/** Things worth saying to a new flow, one press each. */
export const QuickTries = () => {
  const { t } = useTexts('simulator')
  const { say } = useTalk()
  const write = (text: string) => say({ act: { type: 'text', text }, content: { type: 'text', text } })
  return (
    <fieldset
      aria-label={t('try.group')}
      className="flex min-w-0 shrink-0 items-center gap-1.5 text-xs text-fg-2 max-tablet:overflow-x-auto max-tablet:px-3 max-tablet:py-2 max-tablet:[scrollbar-width:none] tablet:flex-wrap"
    >
      <span className="shrink-0">{t('try.label')}</span>
      {tries.map((name) => (
        <button key={name} type="button" className={chip} onClick={() => write(t(`try.${name}`))}>
          {t(`try.${name}`)}
        </button>
      ))}
      <button type="button" className={chip} onClick={() => say(voiceNote(sampleNote(t('type.audio'))))}>
        <Mic size={13} strokeWidth={1.75} aria-hidden />
        {t('try.audio')}
      </button>
    </fieldset>
  )
}
