import type { Contacts } from '#contacts'
import type { Conversations } from '#conversations'
import { callsQueue, type Flows, type Made } from '#flows'
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

/** Calls that flows make to other programs: one lane each, so that a slow server holds up nobody else; what comes back is the conversation's next turn. */
export const callHandler = ({ contacts, conversations, calls, flows, isSuspended }: Ports): QueueHandler => ({
  queue: callsQueue,
  concurrency: 24,
  outside: async (tenantId, [job]) => ((await isSuspended(tenantId)) ? notMade : calls.make(tenantId, callOf(job!.payload))),
  handle: async (tx, [job], made) => {
    const returned = await calls.settle(tx, callOf(job!.payload), made as Made)
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
