import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { Bot, UserRoundX } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { assign } from './assign-acts.ts'
import { ChoiceList, type ChoiceOption } from './choice-list.tsx'
import { handBack } from './floor-acts.ts'

/** To whom: me first, then colleagues, nobody, or the bot. */
export const AssignDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const me = useUser()
  const members = useQuery(asked(conversationRoutes.members, { query: { limit: 200 } })).data?.items ?? [{ id: me.id, name: me.name }]
  const ordered = [...members].sort((one, other) => Number(other.id === me.id) - Number(one.id === me.id) || one.name.localeCompare(other.name))
  const people: ChoiceOption[] = ordered.map(({ id, name }) => ({ value: id, label: id === me.id ? t('assign.me', { name }) : name, face: <Avatar name={name} size="sm" />, selected: conversation.assignee?.id === id }))
  const choose = (value: string) => {
    onClose()
    if (value === 'bot') void handBack(conversation)
    else void assign(conversation, members.find(({ id }) => id === value) ?? null)
  }
  return (
    <Dialog open onClose={onClose} title={t('assign.title')} width="sm">
      <ChoiceList label={t('assign.title')} search={t('assign.search')} onChoose={choose} options={[...people, { value: 'nobody', label: t('assign.nobody'), icon: UserRoundX, selected: conversation.assignee === null }, { value: 'bot', label: t('assign.bot'), icon: Bot }]} />
    </Dialog>
  )
}
