import type { Conversation } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { Bot, Headset, ListOrdered } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { usePresences } from '#lib/presence.ts'
import { useCan, useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { PresenceDot } from '#ui/presence-dot.tsx'
import type { ChoiceOption } from './choice-list.tsx'

export const kinds = ['userId', 'queueId', 'campaignId', 'flowId'] as const
const readiness = ['available', 'busy', 'paused', 'offline'] as const

/** Where a conversation can go: people with their state and load, queues with who waits there, campaigns and flows. */
export const useTargets = (conversation: Conversation): Record<(typeof kinds)[number], ChoiceOption[]> => ({
  userId: usePeople(conversation),
  queueId: useQueues(conversation),
  campaignId: useCampaigns(),
  flowId: useFlows(),
})

/** Whoever can take it stands first: available ones by their load. */
const usePeople = ({ assignee }: Conversation): ChoiceOption[] => {
  const { t } = useTexts('inbox')
  const me = useUser()
  const presences = usePresences()
  const { data } = useQuery({ ...asked(userRoutes.list, { query: { limit: 200, status: 'active' } }), enabled: useCan('users.read') })
  const stateOf = (id: string) => presences.get(id)?.state ?? 'offline'
  return (data?.items ?? [])
    .filter(({ id }) => id !== assignee?.id)
    .toSorted(
      (one, other) =>
        readiness.indexOf(stateOf(one.id)) - readiness.indexOf(stateOf(other.id)) ||
        one.openConversations / one.capacity - other.openConversations / other.capacity ||
        one.name.localeCompare(other.name),
    )
    .map(({ id, name, photoUrl, openConversations, capacity }) => ({
      value: id,
      label: id === me.id ? t('assign.me', { name }) : name,
      face: (
        <>
          <PresenceDot state={stateOf(id)} />
          <Avatar name={name} photo={photoUrl} size="sm" />
        </>
      ),
      hint: `${t(`transfer.state.${stateOf(id)}`)} · ${t('transfer.load', { load: openConversations, capacity })}`,
    }))
}

const useQueues = ({ queue, assignee }: Conversation): ChoiceOption[] => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { data } = useQuery({ ...asked(queueRoutes.list, { query: { limit: 200 } }), enabled: useCan('campaigns.read') })
  return (data?.items ?? [])
    .filter(({ id, isOpen }) => isOpen && (assignee !== null || id !== queue?.id))
    .map(({ id, name, waiting, longestWaitSeconds, live }) => ({
      value: id,
      label: name,
      icon: ListOrdered,
      hint: [
        waiting > 0 && longestWaitSeconds !== null ? t('transfer.waiting', { count: waiting, time: format.duration(longestWaitSeconds) }) : t('transfer.empty'),
        t('transfer.available', { count: live.available }),
      ].join(' · '),
    }))
}

const useCampaigns = (): ChoiceOption[] => {
  const { t } = useTexts('inbox')
  const { data } = useQuery({ ...asked(campaignRoutes.list, { query: { limit: 200, state: 'active' } }), enabled: useCan('campaigns.read') })
  return (data?.items ?? []).map(({ id, name, isOpenNow }) => ({
    value: id,
    label: name,
    icon: Headset,
    hint: t(isOpenNow ? 'transfer.campaign_open' : 'transfer.campaign_closed'),
  }))
}

const useFlows = (): ChoiceOption[] => {
  const { data } = useQuery({ ...asked(flowRoutes.list, { query: { limit: 200 } }), enabled: useCan('flows.read') })
  return (data?.items ?? []).filter(({ published }) => published !== null).map(({ id, name }) => ({ value: id, label: name, icon: Bot }))
}
