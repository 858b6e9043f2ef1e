import type { Message } from '@chasqui/contracts'
import { Reply, X } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useInShort } from '../bubbles/type-name.ts'
import { previewOf } from '../list/preview.ts'
import { changeComposer } from './composer-state.ts'

/** The message that the next one answers. */
export const QuotedLine = ({ message }: { message: Message }) => {
  const { t } = useTexts('inbox')
  const inShort = useInShort()
  return (
    <div className="mt-2 flex items-center gap-2 rounded-control border-l-3 border-primary bg-surface-2 py-1 pr-1 pl-2.5 text-sm">
      <Reply size={16} strokeWidth={1.75} className="shrink-0 text-fg-3" aria-hidden />
      <span className="min-w-0 flex-1 truncate text-fg-2">{inShort(message.type, previewOf(message.content))}</span>
      <IconButton icon={X} size="sm" label={t('composer.no_quote')} onClick={() => changeComposer(message.conversationId, { quoted: null })} />
    </div>
  )
}
