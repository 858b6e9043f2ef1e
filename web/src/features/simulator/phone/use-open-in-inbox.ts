import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { say as tell, sayProblem } from '#ui/toast.tsx'
import { findConversation } from '../data/find-conversation.ts'
import type { Speaker } from '../data/speaker.ts'

/** Goes to this customer's conversation as the team sees it. */
export const useOpenInInbox = (speaker: Speaker) => {
  const { t } = useTexts('simulator')
  const navigate = useNavigate()
  const { slug } = useTenant()
  return async () => {
    try {
      const conversationId = await findConversation(speaker)
      if (conversationId) await navigate({ to: '/a/$tenant/inbox/$view/$conversationId', params: { tenant: slug, view: 'all', conversationId } })
      else tell(t('menu.no_conversation', { name: speaker.name }))
    } catch {
      sayProblem(t('menu.inbox_failed'))
    }
  }
}
