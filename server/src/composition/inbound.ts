import type { Channels } from '#channels'
import { inboundQueue } from '#channels'
import type { Contacts } from '#contacts'
import type { Conversations } from '#conversations'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { QueueHandler } from '#platform/lanes/handler'
import type { Templates } from '#templates'
import type { Webchat } from '#webchat'
import { theyAreOne } from './join-people.ts'
import { passageOf } from './passages.ts'

type Delivered = { channelId: string; item: unknown; tries?: number }
type Ports = {
  channels: Channels
  contacts: Pick<Contacts, 'samePerson'>
  conversations: Conversations
  templateNews: Templates['takeNews']
  webchat: Pick<Webchat, 'passageIn'>
  log: Log
  clock: Clock
}

/** What came before its time is heard again after these seconds. */
const patience = [1, 10, 60]

/** Customers' acts, one lane per person: each is one transaction from the delivery to the flow's answer. */
export const inboundHandler = ({ channels, contacts, conversations, templateNews, webchat, log, clock }: Ports): QueueHandler => ({
  queue: inboundQueue,
  concurrency: 3,
  convoy: 32,
  handle: async (tx, [job]) => {
    const { channelId, item, tries = 0 } = job!.payload as Delivered
    const channel = await channels.facts(tx.tenantId, channelId)
    const happenings = channel && (await channels.interpret(tx.tenantId, channelId, item))
    if (!channel || !happenings) return log.warn({ channelId }, 'delivery for a channel that was removed')
    // What was said before, and who people are, proves nothing of what comes in now.
    if (!happenings.every(({ type }) => type === 'past' || type === 'same_person')) channels.heard(channelId)
    for (const happening of happenings) {
      const passage = passageOf(webchat, channelId, happening)
      if (passage) tx.enqueue(passage)
      if (happening.type === 'ignored') log.debug({ channelId, reason: happening.reason }, 'delivery ignored')
      else if (happening.type === 'notice') await channels.noteNotice(tx, channelId, happening)
      else if (happening.type === 'sanction') await channels.heedSanction(tx, channelId, happening)
      else if (happening.type === 'status') await conversations.takeReceipts(tx, [{ ...happening, channelId }])
      else if (happening.type === 'status_until') await conversations.takeReceiptUntil(tx, { ...happening, channelId })
      else if (happening.type === 'past') await channels.takeOffer(tx, channelId, happening)
      else if (happening.type === 'same_person') await theyAreOne(tx, contacts, channelId, happening.addresses)
      else if (happening.type === 'template') await templateNews(tx, channelId, happening)
      else if ((await conversations.happen(tx, channel, happening)) === 'early' && tries < patience.length)
        tx.enqueue({
          queue: inboundQueue,
          // A key of its own, so that it holds up nobody's words.
          key: `${channelId}:again:${job!.id}`,
          payload: { channelId, item, tries: tries + 1 },
          runAt: new Date(clock.now().getTime() + patience[tries]! * 1000),
        })
    }
  },
})
