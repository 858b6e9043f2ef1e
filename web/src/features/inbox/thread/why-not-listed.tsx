import type { Conversation } from '@chasqui/contracts'
import { useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { isInList } from '../cache/conversation-cache.ts'
import { belongs, tabOf } from '../cache/list-filter.ts'

/** Opened by a link although the list at its side does not hold it: says why and leads to a list that does. */
export const WhyNotListed = ({ conversation, address }: { conversation: Conversation; address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { id: userId } = useUser()
  const seen = useRef('')
  const listed = belongs(conversation, address.filter, userId) || isInList(address.filter, conversation.id)
  if (listed) seen.current = conversation.id
  if (listed || seen.current === conversation.id) return null
  const other = conversation.assignee && conversation.assignee.id !== userId ? conversation.assignee.name : null
  const tab = tabOf(conversation)
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
      {tab !== address.filter.tab ? t(`why.${tab}`) : other ? t('why.other', { name: other }) : t('why.filters')}
    </Banner>
  )
}
