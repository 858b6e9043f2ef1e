import type { MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { meetClosed } from './outside-hours.ts'
import { leaveToPeople, performTurn } from './perform-turn.ts'
import type { ChannelFacts, ConversationsPorts, FlowSituation, FlowTurn, Person, Service } from './ports.ts'
import type { Thread } from './thread.ts'
import { isOpen, mayBegin, mayGoOn } from './whom-to-answer.ts'

/** The flow that answers where nothing runs yet: outside the hours the one meant for it, else the campaign's own, else the channel's. */
export const answeringFlow = (service: Service | null, channel: ChannelFacts): string | null => {
  if (service?.closed?.do === 'flow') return service.closed.flowId
  return service?.bot.flowId ?? channel.flowId
}

/** How the campaign of a conversation serves it at this moment. */
export const serviceOf = (tx: Tx, ports: Pick<ConversationsPorts, 'service'>, { facts }: Thread): Promise<Service | null> =>
  ports.service(tx.tenantId, { channelId: facts.channelId, campaignId: facts.campaignId })

/** The campaign that serves at this moment, and whether somebody is there. */
export const placeOf = (service: Service | null): Pick<FlowSituation, 'isOpen' | 'campaignId'> => ({
  isOpen: isOpen(service),
  campaignId: service?.campaignId ?? null,
})

/** Which conversation it is for a flow, and whether somebody is there: without opening hours, always. */
export const circumstances = ({ facts }: Thread, service: Service | null): Pick<FlowSituation, 'conversationId' | 'contactId' | 'isOpen' | 'campaignId'> => ({
  conversationId: facts.id,
  contactId: facts.contactId,
  ...placeOf(service),
})

/** The campaign wants no bot: whatever runs is over, and people answer. */
export const isBotOff = (service: Service | null): boolean => service !== null && !service.bot.on && service.closed?.do !== 'flow'

type Heard = { service: Service | null; contact: Person }
/** So it is, and where the channel answers this person no longer; but for a flow that somebody wanted for this very conversation. */
const silencesBot = async (tx: Tx, ports: ConversationsPorts, { facts, channel, address }: Thread, { service, contact }: Heard): Promise<boolean> =>
  (isBotOff(service) || !mayGoOn(ports, { channel, address, service, contact })) && !(await ports.flowWasWanted(tx, facts.id))

type Words = Heard & { isFirst: boolean; content: MessageContent; referral?: readonly string[] }

/** What a customer's words lead to: the flow's answer when it has the floor, and outside the hours what the campaign wants. Where the channel does not answer them, people do. */
export const answer = async (
  tx: Tx,
  ports: ConversationsPorts,
  thread: Thread,
  { service, isFirst, contact, content, referral = [] }: Words,
): Promise<void> => {
  const isAnswered = mayBegin(ports, { ...thread, service, contact })
  const ask = (flowId: string | null, isMeant: boolean) =>
    ports.flowAnswers(
      tx,
      {
        ...circumstances(thread, service),
        channel: { ...thread.channel, flowId },
        contact,
        isFirst,
        referral,
        onlyWhileClosed: isFirst && service?.closed != null,
        onlyGoesOn: !isAnswered,
        ...(isMeant && { begins: 'where_none_runs' }),
      },
      content,
    )
  let turn: FlowTurn | null = null
  if (thread.facts.floor === 'flow') {
    if (await silencesBot(tx, ports, thread, { service, contact })) await ports.stopFlow(tx, thread.facts.id)
    else turn = await ask(answeringFlow(service, thread.channel), isFirst && service?.closed?.do === 'flow')
    if (turn) await performTurn(tx, ports, thread, turn)
    else if (isFirst || thread.facts.state === 'bot') leaveToPeople(tx, thread)
  }
  if (isAnswered) await meetClosed(tx, ports, thread, { service, isFirst, saidBy: turn?.flowId ?? null, ask: (flowId) => ask(flowId, true) })
}

export type Timer = { person(contactId: string): Promise<Person>; answer(situation: FlowSituation): Promise<FlowTurn | null> }

/** What a flow's timer leads to. */
export const answerTimer = async (tx: Tx, ports: ConversationsPorts, thread: Thread, timer: Timer): Promise<void> => {
  const { id, contactId } = thread.facts
  const service = await serviceOf(tx, ports, thread)
  const contact = await timer.person(contactId)
  if (await silencesBot(tx, ports, thread, { service, contact })) {
    await ports.stopFlow(tx, id)
    return leaveToPeople(tx, thread)
  }
  const situation = { ...circumstances(thread, service), contact, isFirst: false }
  const turn = await timer.answer({ ...situation, channel: { ...thread.channel, flowId: answeringFlow(service, thread.channel) } })
  if (!turn) return
  await performTurn(tx, ports, thread, turn)
  if (!mayBegin(ports, { ...thread, service, contact })) return
  // Nobody said anything just now: a flow that begins here hears nothing.
  const ask = (flowId: string) => ports.flowAnswers(tx, { ...situation, channel: { ...thread.channel, flowId }, begins: 'where_none_runs' }, null)
  await meetClosed(tx, ports, thread, { service, isFirst: false, saidBy: turn.flowId, ask })
}
