import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'

/** Messages that hold the words searched for, under the people who match. */
export const MessageHits = ({ words, onOpen }: { words: string; onOpen: (id: string) => void }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { data } = useQuery({ ...asked(conversationRoutes.search, { query: { q: words, limit: 20 } }), enabled: words.length >= 3 })
  if (!data || data.items.length === 0) return null
  return (
    <div className="max-h-[45%] shrink-0 overflow-y-auto border-t border-line">
      <h2 className="px-4 pt-3 pb-1 text-xs font-semibold text-fg-2">{t('search.in_messages')}</h2>
      <ul>
        {data.items.map(({ message, conversationId, contactName, snippet }) => (
          <li key={message.id}>
            <button type="button" onClick={() => onOpen(conversationId)} className="w-full px-4 py-2 text-left text-sm -outline-offset-2 hover:bg-surface-2">
              <span className="flex gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{contactName}</span>
                <time className="text-xs text-fg-3 tabular">{format.listTime(message.createdAt)}</time>
              </span>
              <span className="line-clamp-2 text-fg-2">{snippet.replace(/<\/?[a-z]+>/g, '')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
