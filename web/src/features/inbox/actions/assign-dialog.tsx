import type { Conversation } from '@chasqui/contracts'
import { Bot, UserRoundX } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useChannel } from '../cache/use-channel.ts'
import { useMembers } from '../cache/use-members.ts'
import { assign } from './assign-acts.ts'
import { ChoiceList, type ChoiceOption } from './choice-list.tsx'
import { handBack } from './floor-acts.ts'

/** To whom: me first, then colleagues, nobody, or the bot. */
export const AssignDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const me = useUser()
  const members = useMembers()
  const flowId = useChannel(conversation.channel.id)?.flowId
  const ordered = [...members].sort((one, other) => Number(other.id === me.id) - Number(one.id === me.id) || one.name.localeCompare(other.name))
  const people: ChoiceOption[] = ordered.map(({ id, name, photoUrl }) => ({
    value: id,
    label: id === me.id ? t('assign.me', { name }) : name,
    face: <Avatar name={name} photo={photoUrl ?? null} size="sm" />,
    selected: conversation.assignee?.id === id,
  }))
  const choose = (value: string) => {
    onClose()
    if (value === 'bot') void handBack(conversation)
    else void assign(conversation, members.find(({ id }) => id === value) ?? null)
  }
  return (
    <Dialog open onClose={onClose} title={t('assign.title')} width="sm">
      <ChoiceList
        label={t('assign.title')}
        search={t('assign.search')}
        onChoose={choose}
        options={[
          ...people,
          { value: 'nobody', label: t('assign.nobody'), icon: UserRoundX, selected: conversation.assignee === null },
          ...(flowId ? [{ value: 'bot', label: t('assign.bot'), icon: Bot }] : []),
        ]}
      />
    </Dialog>
  )
}
