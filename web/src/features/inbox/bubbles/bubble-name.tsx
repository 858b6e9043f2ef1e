import type { Message } from '@chasqui/contracts'
import { Bot, Smartphone, StickyNote } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { useBotName } from '../cache/use-bot-name.ts'
import type { Voice } from './voice.ts'

/** Who speaks, where the side and the colour alone do not tell: the bot's name, a colleague's, "Internal note", the handset. */
export const BubbleName = ({ message: { sender }, voice, first, channelId }: { message: Message; voice: Voice; first: boolean; channelId: string }) => {
  const { t } = useTexts('inbox')
  const { id } = useUser()
  const botName = useBotName(channelId)
  const look = 'mb-0.5 flex items-center gap-[5px] text-xs font-semibold'
  if (voice === 'note')
    return (
      <p className={look}>
        <StickyNote size={14} strokeWidth={1.75} aria-hidden />
        {sender.name ? t('bubble.note_of', { name: sender.name }) : t('bubble.note')}
      </p>
    )
  if (!first || voice === 'in') return null
  if (voice === 'bot')
    return (
      <p className={`${look} text-on-ai-subtle`}>
        <Bot size={14} strokeWidth={1.75} aria-hidden />
        {sender.name ?? botName ?? t('bubble.bot')}
      </p>
    )
  if (sender.kind === 'agent' && sender.id === null)
    return (
      <p className={`${look} text-fg-2`}>
        <Smartphone size={14} strokeWidth={1.75} aria-hidden />
        {t('bubble.from_phone')}
      </p>
    )
  return sender.id !== id && sender.name ? <p className={`${look} text-on-primary-subtle`}>{sender.name}</p> : null
}
