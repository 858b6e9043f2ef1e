import type { Conversation } from '@chasqui/contracts'
import { Bot, Hand, Hourglass, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { assign } from '../actions/assign-acts.ts'
import { takeOver } from '../actions/floor-acts.ts'
import { useBotName } from '../cache/use-bot-name.ts'
import { useChannel } from '../cache/use-channel.ts'
import { BotPauseLine } from './bot-pause.tsx'

/** Who answers when it is not a person, or that nobody does yet, and the way to take over; with a person, for how long the bot is silent. */
export const FloorBanner = ({ conversation }: { conversation: Conversation }) => {
  const { floor, state, assignee, botReturnsAt, campaign } = conversation
  const hasBot = Boolean(useChannel(conversation.channel.id)?.flowId) && campaign === null
  if (state === 'closed') return null
  if (floor === 'flow' || floor === 'assistant') return <BotAnswers conversation={conversation} />
  if (assignee === null && (state === 'new' || state === 'queued')) return <NobodyAnswers conversation={conversation} />
  return floor === 'human' && (botReturnsAt || hasBot) ? <BotPauseLine conversation={conversation} /> : null
}

const Line = ({ icon: Icon, look, children }: { icon: LucideIcon; look: string; children: ReactNode }) => (
  <div
    role="status"
    className={`flex min-h-11 items-center gap-2 border-b border-line py-1 pr-2 pl-4 text-sm magnified:flex-wrap magnified:*:[span]:basis-3/5 ${look}`}
  >
    <Icon size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
    {children}
  </div>
)

const BotAnswers = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const name = useBotName(conversation.channel.id)
  const mayReply = useCan('conversations.reply')
  return (
    <Line icon={Bot} look="bg-ai-subtle text-on-ai-subtle">
      <span className="min-w-0 flex-1">{name ? t('floor.answering', { name }) : t('floor.answering_bot')}</span>
      {mayReply && (
        <Button size="sm" icon={Hand} keys="b" onClick={() => void takeOver(conversation)}>
          {t('floor.take_over')}
        </Button>
      )}
    </Line>
  )
}

const NobodyAnswers = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const { id, name } = useUser()
  const mayAssign = useCan('conversations.assign')
  return (
    <Line icon={Hourglass} look="bg-warning-subtle text-on-warning-subtle">
      <span className="min-w-0 flex-1">{t('floor.waiting')}</span>
      {mayAssign && (
        <Button size="sm" icon={Hand} keys="m" onClick={() => void assign(conversation, { id, name })}>
          {t('floor.take_over')}
        </Button>
      )}
    </Line>
  )
}
