import type { Conversation } from '@chasqui/contracts'
import { useRef } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { isInList } from '../cache/conversation-cache.ts'
import { belongs, inViewOf, isForServer, keptOutBy, tabOf } from '../cache/list-filter.ts'
import { useFilterLabel } from '../list/filter-label.ts'

/** Opened by a link although the list at its side does not hold it: says why and leads to a list that does. */
export const WhyNotListed = ({ conversation, address }: { conversation: Conversation; address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { id: userId } = useUser()
  const seen = useRef('')
  const listed = (belongs(conversation, address.filter, userId) && !isForServer(address.filter)) || isInList(address.filter, conversation.id)
  if (listed) seen.current = conversation.id
  const why = useReason(conversation, address)
  if (listed || seen.current === conversation.id || !address.meant.ready) return null
  return (
    <Banner
      tone="info"
      className="border-b border-line"
      action={
        <Button size="sm" onClick={() => address.showHome(conversation)}>
          {t('why.show')}
        </Button>
      }
    >
      {why}
    </Banner>
  )
}

const useReason = (conversation: Conversation, { filter, meant }: InboxAddress): string => {
  const { t } = useTexts('inbox')
  const { id: userId } = useUser()
  const labelOf = useFilterLabel(meant)
  const { place } = useFormat()
  const tab = tabOf(conversation)
  if (tab !== filter.tab) return t(`why.${tab}`)
  if (!inViewOf(conversation, filter, userId)) {
    if (meant.queueOfView && conversation.queue?.id !== meant.queueOfView.id) return t('why.queue', { name: meant.queueOfView.name })
    return conversation.assignee ? t('why.other', { name: conversation.assignee.name }) : t('why.nobody')
  }
  const filters = keptOutBy(conversation, filter).map((name) => labelOf(name, filter))
  if (filters.length > 0) return t('why.filters', { filters: new Intl.ListFormat(place.locale, { type: 'conjunction' }).format(filters) })
  return filter.view === 'mentions' ? t('why.mentions') : t('why.words')
}
