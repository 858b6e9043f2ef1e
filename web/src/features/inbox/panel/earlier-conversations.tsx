import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { plainText } from '#ui/parse-rich-text.ts'
import { useReasonWords } from '../actions/close-reasons.ts'
import { tabOf } from '../cache/list-filter.ts'
import { PanelSection } from './panel-section.tsx'

/** Other conversations with the same person, newest first. */
export const EarlierConversations = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const question = asked(conversationRoutes.list, { query: { contactId: conversation.contact.id, limit: 20 } })
  const { data, isError } = useQuery(question)
  useRealtime('chat.updated', ({ conversation: { id, contact } }) => {
    if (contact.id === conversation.contact.id && id !== conversation.id) void queryClient.invalidateQueries({ queryKey: question.queryKey })
  })
  const others = (data?.items ?? []).filter(({ id }) => id !== conversation.id)
  return (
    <PanelSection title={t('panel.earlier')}>
      {isError && <p className="text-sm text-danger">{t('panel.earlier_failed')}</p>}
      {data && others.length === 0 && <p className="text-sm text-fg-3">{t('panel.no_earlier')}</p>}
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <Earlier conversation={other} />
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

const Earlier = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { tenant = '' } = useParams({ strict: false })
  const reasonWords = useReasonWords()
  const tab = tabOf(conversation)
  const what = reasonWords(conversation.closeReason) ?? (plainText(conversation.lastMessage?.preview ?? '') || t(`state.${conversation.state}`))
  return (
    <Link
      to="/a/$tenant/inbox/$view/$conversationId"
      params={{ tenant, view: 'all', conversationId: conversation.id }}
      search={tab === 'open' ? {} : { tab }}
      className="-mx-2 flex min-h-8 items-center gap-2 rounded-control px-2 text-sm text-fg-2 hover:bg-surface-2 hover:text-fg touch:min-h-11"
    >
      <time dateTime={conversation.createdAt} className="shrink-0 tabular">
        {format.shortDate(conversation.createdAt)}
      </time>
      <span className="min-w-0 truncate">{`· ${what}`}</span>
    </Link>
  )
}
