import type { Conversation } from '@chasqui/contracts'
import { ArrowLeft, ArrowRightLeft, CircleCheck, Clock } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Tooltip } from '#ui/tooltip.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { askFor } from '../actions/open-act.ts'
import { usePresence } from '../cache/presence.ts'
import { useMembers } from '../cache/use-members.ts'
import { DueChip } from '../due/due-chip.tsx'
import { useColumns } from '../use-columns.ts'
import { MoreMenu } from './more-menu.tsx'

export type ThreadHeaderProps = { conversation: Conversation; name: string; panelShown: boolean; onBack: () => void; onPanel: () => void }

/** Who this is and what can be done about the conversation. The name opens the panel. */
export const ThreadHeader = ({ conversation, name, panelShown, onBack, onPanel }: ThreadHeaderProps) => {
  const { t } = useTexts('inbox')
  const narrow = useNarrow()
  const mayClose = useCan('conversations.close')
  const open = conversation.state !== 'closed'
  return (
    <header className="flex h-[61px] shrink-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-4 max-tablet:px-2 magnified:h-auto magnified:flex-wrap magnified:justify-between magnified:py-1">
      <IconButton icon={ArrowLeft} label={t('thread.back')} onClick={onBack} className="-ml-2.5 laptop:hidden max-tablet:ml-0" />
      <button
        type="button"
        onClick={onPanel}
        aria-expanded={panelShown}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-control text-left magnified:order-last magnified:basis-full"
      >
        <Avatar name={conversation.contact.name} channel={conversation.channel.kind} />
        <Names conversation={conversation} name={name} />
      </button>
      {!narrow && <DueChip conversation={conversation} precise />}
      <Lookers conversationId={conversation.id} />
      {open && <HeaderActs />}
      {mayClose && open && (
        <Button look="solid" icon={CircleCheck} onClick={() => askFor('close')} className="touch:h-10">
          <span className="max-[359px]:sr-only">{t('close.short')}</span>
        </Button>
      )}
      <MoreMenu conversation={conversation} onPanel={onPanel} />
    </header>
  )
}

const Names = ({ conversation, name }: { conversation: Conversation; name: string }) => {
  const { contact, channel, assignee, due } = conversation
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { id } = useUser()
  const narrow = useNarrow()
  const Heading = useColumns().both ? 'h2' : 'h1'
  const phone = contact.phone && !contact.name.startsWith('+') ? format.phone(contact.phone) : null
  const holder = assignee && assignee.id !== id ? t('thread.has_chat', { name: assignee.name }) : null
  return (
    <span className="min-w-0 flex-1">
      <Heading className="truncate text-base font-semibold">{name}</Heading>
      {narrow && due ? (
        <DueChip conversation={conversation} precise />
      ) : (
        <span className="block truncate text-xs text-fg-3 first-letter:uppercase">{[holder, phone, channel.name].filter(Boolean).join(' · ')}</span>
      )}
    </span>
  )
}

const HeaderActs = () => {
  const { t } = useTexts('inbox')
  const narrow = useNarrow()
  const [mayClose, mayAssign] = [useCan('conversations.close'), useCan('conversations.assign')]
  if (narrow) return null
  return (
    <>
      {mayClose && <IconButton icon={Clock} bordered label={t('keys.snooze')} keys="z" onClick={() => askFor('snooze')} />}
      {mayAssign && <IconButton icon={ArrowRightLeft} bordered label={t('keys.assign')} keys="a" onClick={() => askFor('assign')} />}
    </>
  )
}

const Lookers = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTexts('inbox')
  const { viewers } = usePresence(conversationId, useUser().id)
  const members = useMembers()
  return viewers.slice(0, 3).map(({ userId, name }) => (
    <Tooltip key={userId} content={t('thread.looking', { name })}>
      <span className="rounded-full outline-2 outline-offset-1 outline-warning max-tablet:hidden">
        <Avatar name={name} photo={members.find(({ id }) => id === userId)?.photoUrl ?? null} size="sm" />
        <span className="sr-only">{t('thread.looking', { name })}</span>
      </span>
    </Tooltip>
  ))
}
