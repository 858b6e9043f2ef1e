import type { Conversation } from '@chasqui/contracts'
import {
  ArrowRightLeft,
  Ban,
  Bot,
  Clock,
  Copy,
  Download,
  Ellipsis,
  Flag,
  Forward,
  Hand,
  MailOpen,
  Merge,
  PanelRight,
  RotateCcw,
  Tags,
  UserRound,
} from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { assign } from '../actions/assign-acts.ts'
import { unblock } from '../actions/block-acts.ts'
import { reopen } from '../actions/close-acts.ts'
import { handBack, takeOver } from '../actions/floor-acts.ts'
import { markUnread } from '../actions/mark-acts.ts'
import { askFor } from '../actions/open-act.ts'
import { useChannel } from '../cache/use-channel.ts'

/** Everything that can be done with the conversation, with its keys. */
export const MoreMenu = ({ conversation, onPanel }: { conversation: Conversation; onPanel: () => void }) => {
  const { t } = useTexts('inbox')
  const [mayTag, mayClose] = [useCan('conversations.tag'), useCan('conversations.close')]
  const [shown, setShown] = useState(false)
  const open = conversation.state !== 'closed'
  useShortcuts('conversation', { more: { keys: '.', label: t('thread.more'), run: () => setShown(true) } })
  return (
    <Menu label={t('thread.more')} shown={{ open: shown, onOpenChange: setShown }} trigger={<IconButton icon={Ellipsis} label={t('thread.more')} keys="." />}>
      {open && <FloorItems conversation={conversation} />}
      {open && <AssignItems conversation={conversation} />}
      {mayTag && (
        <MenuItem icon={Flag} keys="p" onSelect={() => askFor('priority')}>
          {t('keys.priority')}
        </MenuItem>
      )}
      {mayTag && (
        <MenuItem icon={Tags} keys="l" onSelect={() => askFor('tags')}>
          {t('keys.tags')}
        </MenuItem>
      )}
      {mayClose && open && (
        <MenuItem icon={Clock} keys="z" onSelect={() => askFor('snooze')}>
          {t('keys.snooze')}
        </MenuItem>
      )}
      {mayClose && open && (
        <MenuItem icon={Merge} onSelect={() => askFor('merge')}>
          {t('merge.item')}
        </MenuItem>
      )}
      {mayClose && !open && !conversation.mergedIntoId && !conversation.contact.blocked && (
        <MenuItem icon={RotateCcw} keys="o" onSelect={() => void reopen(conversation)}>
          {t('keys.reopen')}
        </MenuItem>
      )}
      <MenuItem icon={MailOpen} keys="u" onSelect={() => void markUnread(conversation)}>
        {t('keys.unread')}
      </MenuItem>
      {mayClose &&
        (conversation.contact.blocked ? (
          <MenuItem icon={Ban} onSelect={() => void unblock(conversation)}>
            {t('block.undo')}
          </MenuItem>
        ) : (
          <MenuItem icon={Ban} danger onSelect={() => askFor('block')}>
            {t('block.item')}
          </MenuItem>
        ))}
      <MenuLine />
      <MenuItem icon={PanelRight} keys="i" onSelect={onPanel}>
        {t('keys.panel')}
      </MenuItem>
      <MenuItem icon={Copy} onSelect={() => void copyText(location.href)}>
        {t('thread.copy_link')}
      </MenuItem>
      <MenuItem icon={Download} onSelect={() => askFor('export')}>
        {t('export.item')}
      </MenuItem>
    </Menu>
  )
}

const FloorItems = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const flowId = useChannel(conversation.channel.id)?.flowId
  if (!useCan('conversations.reply')) return null
  const machine = conversation.floor === 'flow' || conversation.floor === 'assistant'
  return machine ? (
    <MenuItem icon={Hand} keys="b" onSelect={() => void takeOver(conversation)}>
      {t('floor.take_over')}
    </MenuItem>
  ) : (
    flowId && (
      <MenuItem icon={Bot} keys="b" onSelect={() => void handBack(conversation)}>
        {t('floor.hand_back')}
      </MenuItem>
    )
  )
}

const AssignItems = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const { id, name } = useUser()
  if (!useCan('conversations.assign')) return null
  return (
    <>
      {conversation.assignee?.id !== id && (
        <MenuItem icon={UserRound} keys="m" onSelect={() => void assign(conversation, { id, name })}>
          {t('keys.mine')}
        </MenuItem>
      )}
      <MenuItem icon={ArrowRightLeft} keys="a" onSelect={() => askFor('assign')}>
        {t('keys.assign')}
      </MenuItem>
      <MenuItem icon={Forward} keys="t" onSelect={() => askFor('transfer')}>
        {t('transfer.title')}
      </MenuItem>
    </>
  )
}
