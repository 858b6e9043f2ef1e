import type { Conversation } from '@chasqui/contracts'
import { Bot, Hand } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { takeOver } from '../actions/floor-acts.ts'
import { useBotName } from '../cache/use-bot-name.ts'

/** Who answers when it is not a person, and the way to take over. */
export const FloorBanner = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const name = useBotName(conversation.channel.id)
  const mayReply = useCan('conversations.reply')
  if (conversation.state === 'closed' || (conversation.floor !== 'flow' && conversation.floor !== 'assistant')) return null
  return (
    <div role="status" className="flex min-h-11 items-center gap-2 border-b border-line bg-ai-subtle py-1 pr-2 pl-4 text-sm text-on-ai-subtle">
      <Bot size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1">{name ? t('floor.answering', { name }) : t('floor.answering_bot')}</span>
      {mayReply && <Button size="sm" icon={Hand} keys="b" onClick={() => void takeOver(conversation)}>{t('floor.take_over')}</Button>}
    </div>
  )
}
