import type { Conversation, Message } from '@chasqui/contracts'
import { Braces, Copy, EllipsisVertical, Reply, SmilePlus } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuGroup, MenuItem } from '#ui/menu.tsx'
import { react } from '../actions/message-acts.ts'
import { quoteInComposer } from '../composer/composer-state.ts'
import { useChannel } from '../cache/use-channel.ts'
import { previewOf } from '../list/preview.ts'
import { isLocal } from '../outbox/entry-message.ts'

const quickReactions = ['👍', '❤️', '😂', '😮', '😢', '🙏']

type BubbleMenuProps = { message: Message; conversation: Conversation; raw: boolean; onRaw: () => void }

/** What can be done with a message: beside it while the pointer or the focus is on it, after a tap on phones. */
export const BubbleMenu = ({ message, conversation, raw, onRaw }: BubbleMenuProps) => {
  const { t } = useTexts('inbox')
  const mayReply = useCan('conversations.reply') && conversation.state !== 'closed'
  const words = previewOf(message.content)
  const answerable = mayReply && message.direction !== 'note' && !isLocal(message)
  return (
    <div className="opacity-0 group-focus-within/bubble:opacity-100 group-hover/bubble:opacity-100 has-aria-expanded:opacity-100">
      <Menu
        align={message.direction === 'in' ? 'start' : 'end'}
        label={t('bubble.menu')}
        trigger={<IconButton icon={EllipsisVertical} size="sm" label={t('bubble.menu')} />}
      >
        {answerable && (
          <MenuItem icon={Reply} onSelect={() => quoteInComposer(message)}>
            {t('bubble.reply')}
          </MenuItem>
        )}
        {answerable && <ReactGroup message={message} conversation={conversation} />}
        {words && (
          <MenuItem icon={Copy} onSelect={() => void copyText(wholeText(message) || words)}>
            {t('bubble.copy')}
          </MenuItem>
        )}
        <MenuItem icon={Braces} onSelect={onRaw}>
          {t(raw ? 'bubble.hide_raw' : 'bubble.show_raw')}
        </MenuItem>
      </Menu>
    </div>
  )
}

const wholeText = ({ content }: Message) => (content.type === 'text' ? content.text : 'body' in content ? content.body : undefined)

const ReactGroup = ({ message, conversation }: Pick<BubbleMenuProps, 'message' | 'conversation'>) => {
  const { t } = useTexts('inbox')
  const offered = useChannel(conversation.channel.id)?.abilities.reactions ?? false
  if (!offered) return null
  const mine = message.reactions.find(({ actor }) => actor === 'agent')?.emoji
  return (
    <MenuGroup icon={SmilePlus} label={t('bubble.react')}>
      {quickReactions.map((emoji) => (
        <MenuItem key={emoji} onSelect={() => void react(message, emoji === mine ? '' : emoji)}>
          {emoji === mine ? t('bubble.unreact', { emoji }) : emoji}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}
