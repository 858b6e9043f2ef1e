import type { MessageContent } from '@chasqui/contracts'
import { CircleHelp } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { RichText } from '#ui/rich-text.tsx'

type Other = Extract<MessageContent, { type: 'form_reply' | 'order' | 'system' | 'unsupported' }>

const wordsIn = (content: Other): string => {
  if (content.type === 'form_reply') return content.body ?? content.name
  return content.type === 'unsupported' ? '' : (content.text ?? '')
}

/** What this phone has no face for: its words, or a line that says so. */
export const OtherContent = ({ content }: { content: Other }) => {
  const { t } = useTexts('simulator')
  const words = wordsIn(content)
  if (words) return <RichText text={words} />
  return (
    <span className="inline-flex items-center gap-1.5 text-fg-2 italic">
      <CircleHelp size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
      {t('type.other')}
    </span>
  )
}
