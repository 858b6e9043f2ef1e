import type { Contacts } from '#contacts'
import type { Conversations } from '#conversations'
import { callsQueue, linksQueue, type Flows, type Made } from '#flows'
import { Failure } from '#platform/failure'
import type { QueueHandler } from '#platform/lanes/handler'
import { flowSituation } from './flow-situation.ts'

type Ports = {
  contacts: Pick<Contacts, 'person'>
  conversations: Pick<Conversations, 'continueFlow'>
  calls: Flows['calls']
  flows: Pick<Flows, 'answerReturned'>
  isSuspended(tenantId: string): Promise<boolean>
}

const notMade: Made = { result: 'none' }
const callOf = (payload: unknown): string => (payload as { callId: string }).callId

/** Calls that flows make to other programs. */
export const callHandler = ({ calls, ...ports }: Ports): QueueHandler => returning({ queue: callsQueue, concurrency: 24, work: calls }, ports)

/** Files that flows fetch; few at once, for each is in memory until it is kept. */
export const linkHandler = ({ calls, ...ports }: Ports): QueueHandler => returning({ queue: linksQueue, concurrency: 4, work: calls.links }, ports)

type Kind = { queue: string; concurrency: number; work: Flows['calls']['links'] | Pick<Flows['calls'], 'make' | 'settle'> }

/** Work outside of the turn: one lane each, so that a slow server holds up nobody else; what comes back is the conversation's next turn. */
const returning = ({ work, ...queue }: Kind, { contacts, conversations, flows, isSuspended }: Omit<Ports, 'calls'>): QueueHandler => ({
  ...queue,
  outside: async (tenantId, [job]) => ((await isSuspended(tenantId)) ? notMade : work.make(tenantId, callOf(job!.payload))),
  handle: async (tx, [job], made) => {
    const returned = await work.settle(tx, callOf(job!.payload), made as Made)
    if (!returned) return
    try {
      await conversations.continueFlow(tx, returned.conversationId, {
        person: (contactId) => contacts.person(tx, contactId),
        answer: ({ channel, ...situation }) => flows.answerReturned(tx, flowSituation(channel, situation), returned),
      })
    } catch (error) {
      // Its conversation is gone: nobody waits.
      if (!(error instanceof Failure) || error.kind !== 'absent') throw error
    }
  },
})
