import { useFormat } from '#lib/format.ts'
import type { FoundMessage } from '#lib/found-messages.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { plainText } from '#ui/parse-rich-text.ts'

type MessageHitsProps = { words: string; hits: readonly FoundMessage[]; alone: boolean; isLooking: boolean; onOpen: (id: string, message: string) => void }

/** Found messages, under the people who match; in all the room when there is nobody (`alone`). */
export const MessageHits = ({ words, hits, alone, isLooking, onOpen }: MessageHitsProps) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  return (
    <div className={classNames('overflow-y-auto', alone ? 'min-h-0 flex-1' : 'max-h-[45%] shrink-0 border-t border-line')}>
      {alone && <p className="px-4 pt-3 text-sm text-fg-2">{t('empty.no_match_words', { words })}</p>}
      <h2 className="px-4 pt-3 pb-1 text-xs font-semibold text-fg-2">{t('search.in_messages')}</h2>
      <ul>
        {hits.map(({ message, conversationId, contactName, snippet }) => (
          <li key={message.id}>
            <button
              type="button"
              onClick={() => onOpen(conversationId, message.id)}
              className="w-full px-4 py-2 text-left text-sm -outline-offset-2 hover:bg-surface-2"
            >
              <span className="flex gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{format.name(contactName)}</span>
                <time className="text-xs text-fg-3 tabular">{format.listTime(message.createdAt)}</time>
              </span>
              <span className="line-clamp-2 text-fg-2">{plainText(snippet.replace(/<\/?[a-z]+>/g, ''))}</span>
            </button>
          </li>
        ))}
      </ul>
      {isLooking && (
        <p role="status" className="px-4 py-2 text-xs text-fg-2">
          {t('search.looking')}
        </p>
      )}
    </div>
  )
}
