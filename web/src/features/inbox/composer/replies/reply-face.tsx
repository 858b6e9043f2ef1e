import type { Reply } from '@chasqui/contracts'
import { piecesOf, type ReplyValues } from '@chasqui/contracts/reply-variables'
import { Paperclip } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { FilledText } from '#ui/filled-text.tsx'

type ReplyFaceProps = { reply: Reply; values: ReplyValues; active: boolean }

/** A quick reply to choose: what it is called, its shortcut, and what the customer will read; more of that for the one at hand. */
export const ReplyFace = ({ reply: { title, shortcut, text, files }, values, active }: ReplyFaceProps) => {
  const { t } = useTexts('inbox')
  const pieces = piecesOf(text, values)
  return (
    <>
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{title}</span>
        <span className="shrink-0 text-sm text-fg-2">/{shortcut}</span>
      </span>
      {text && <FilledText pieces={pieces} className={`text-sm text-fg-2 ${active ? 'line-clamp-5' : 'line-clamp-1'}`} />}
      {files.length > 0 && (
        <span className="flex items-center gap-1 text-xs text-fg-2">
          <Paperclip size={13} strokeWidth={2} aria-hidden />
          <span className="truncate">{files.map(({ name }) => name).join(', ')}</span>
        </span>
      )}
      {active && pieces.some(({ kind }) => kind === 'missing') && <span className="block text-xs text-warning">{t('quick.missing')}</span>}
    </>
  )
}
