import type { Campaigns } from '#campaigns'
import type { Channels, LostTimer } from '#channels'
import type { Contacts } from '#contacts'
import type { Conversations, ScheduledTimer } from '#conversations'
import { isBeginTimer, type AwaitedTimer, type BeginTimer, type Flows, type PublishTimer } from '#flows'
import type { Presences } from '#presence'
import { isRoutingTimer, type Routing, type RoutingTimer } from '#routing'
import { isPromiseTimer, keepPromises, type PromiseTimer } from './other-promises.ts'
import { isSlaTimer, type Sla, type SlaTimer } from '#sla'
import type { Identity } from '#identity'
import type { Tasks, TaskTimer } from '#tasks'
import { Failure } from '#platform/failure'
import { flowSituation } from './flow-situation.ts'
import type { NewJob } from '#platform/lanes/enqueue'
import type { QueueHandler } from '#platform/lanes/handler'

type Timer =
  | RoutingTimer
  | SlaTimer
  | PromiseTimer
  | ScheduledTimer
  | PublishTimer
  | BeginTimer
  | AwaitedTimer
  | TaskTimer
  | LostTimer
  | { type: 'presence_grace'; userId: string; leftAt: string }
  | { type: 'flow_timer'; conversationId: string; runId: string; token: number }
  | { type: 'end_impersonation'; impersonationId: string }
  | { type: 'adopt_conversations'; campaignId: string; after: string | null }
  | { type: 'place_conversation'; conversationId: string }
  | { type: 'return_floor'; conversationId: string }
  | { type: 'wake_conversation'; conversationId: string; until: string }
type Ports = {
  channels: Pick<Channels, 'fallLost'>
  campaigns: Pick<Campaigns, 'adopt' | 'clockOfHours' | 'lookAgain'>
  contacts: Contacts
  conversations: Conversations
  flows: Pick<Flows, 'answerTimer' | 'publishDue' | 'beginDue'>
  presences: Presences
  routing: Pick<Routing, 'fallDue' | 'moveHours'>
  sla: Pick<Sla, 'fallDue' | 'moveHours'>
  tasks: Pick<Tasks, 'remind'>
  endImpersonation: Identity['endImpersonation']
}

/** Work for those whose channel got a campaign: the conversations it has, and each of them. */
export const adoptionOf = (adoption: { campaignId: string; after: string | null }): NewJob => ({
  queue: 'due',
  key: adoption.campaignId,
  payload: { type: 'adopt_conversations', ...adoption },
})
export const placingOf = (conversationId: string): NewJob => ({ queue: 'due', key: conversationId, payload: { type: 'place_conversation', conversationId } })

/** Due work: a flow's delay or time-out, the end of a snooze, the return of a bot. What they speak of may be gone by then; that is no failure. */
export const timerHandler = ({
  channels,
  campaigns,
  contacts,
  conversations,
  flows,
  presences,
  routing,
  sla,
  tasks,
  endImpersonation,
}: Ports): QueueHandler => ({
  queue: 'due',
  concurrency: 4,
  handle: async (tx, [job]) => {
    const timer = job!.payload as Timer
    try {
      if (isRoutingTimer(timer)) return await routing.fallDue(tx, timer)
      if (isSlaTimer(timer)) return await sla.fallDue(tx, timer)
      if (isBeginTimer(timer)) return await flows.beginDue(tx, timer)
      if (isPromiseTimer(timer)) return await keepPromises(tx, { campaigns, conversations, routing, sla }, timer)
      if (timer.type === 'presence_grace') return await presences.endGrace(tx, timer.userId, timer.leftAt)
      if (timer.type === 'end_impersonation') return await endImpersonation(tx, timer.impersonationId, { kind: 'system', id: null, name: null })
      if (timer.type === 'adopt_conversations') return await campaigns.adopt(tx, timer)
      if (timer.type === 'place_conversation') return await conversations.place(tx, timer.conversationId)
      if (timer.type === 'send_scheduled') return await conversations.sayDue(tx, timer)
      if (timer.type === 'channel_lost') return await channels.fallLost(tx, timer)
      if (timer.type === 'remind_task') return await tasks.remind(tx, timer)
      if (timer.type === 'publish_flow') return await flows.publishDue(tx, timer)
      if (timer.type === 'return_floor') return await conversations.returnFloor(tx, timer.conversationId)
      if (timer.type === 'wake_conversation') return await conversations.wakeSnoozed(tx, timer.conversationId, timer.until)
      await conversations.continueFlow(tx, timer.conversationId, {
        person: (contactId) => contacts.person(tx, contactId),
        answer: ({ channel, ...situation }) => flows.answerTimer(tx, flowSituation(channel, situation), timer),
      })
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'absent') throw error
    }
  },
})
