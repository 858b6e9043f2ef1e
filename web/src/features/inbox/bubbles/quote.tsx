import type { Conversation, Message } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { plainText } from '#ui/parse-rich-text.ts'
import { say } from '#ui/toast.tsx'
import { useContactName } from '../list/row.tsx'
import { useBotName } from '../cache/use-bot-name.ts'
import { knownThread } from '../cache/message-cache.ts'
import { previewOf } from '../list/preview.ts'
import { showMessage } from '../thread/find-message.ts'
import { useInShort } from './type-name.ts'

/** The message this one answers, cut to two lines; pressing it goes there. */
export const Quote = ({ message: { replyTo }, conversation }: { message: Message; conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const inShort = useInShort()
  const contact = useContactName(conversation)
  const botName = useBotName(conversation.channel.id)
  if (!replyTo) return null
  const quoted = replyTo.messageId ? knownThread(conversation.id)?.messages.find(({ id }) => id === replyTo.messageId) : undefined
  const who = quoted ? (quoted.direction === 'in' ? contact : (quoted.sender.name ?? botName ?? t('bubble.bot'))) : null
  const words = quoted
    ? inShort(quoted.deletedAt ? 'text' : quoted.type, quoted.deletedAt ? '' : previewOf(quoted.content))
    : plainText(replyTo.preview || t('bubble.quote_gone'))
  const go = async () => {
    if (replyTo.messageId && !(await showMessage(conversation.id, replyTo.messageId).catch(() => false))) say(t('bubble.quote_far'))
  }
  return (
    <button
      type="button"
      disabled={!replyTo.messageId}
      onClick={() => void go()}
      className="mb-1.5 block w-full rounded-control border-l-3 border-primary bg-fg/5 px-2 py-1 text-left text-sm hover:bg-fg/10 disabled:hover:bg-fg/5"
    >
      {who && <span className="block text-xs font-semibold text-on-primary-subtle">{who}</span>}
      <span className="line-clamp-2 text-fg-2 wrap-anywhere">{words}</span>
    </button>
  )
}
