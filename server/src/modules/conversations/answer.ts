import type { MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { handBack } from './domain/conversation.ts'
import { meetClosed } from './outside-hours.ts'
import { leaveToPeople, performTurn } from './perform-turn.ts'
import type { ChannelFacts, ConversationsPorts, FlowSituation, FlowTurn, Person, Service } from './ports.ts'
import { addSystemLine, apply, followThread, type Thread } from './thread.ts'
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

type Circumstances = Pick<FlowSituation, 'conversationId' | 'contactId' | 'isUnreachable' | 'isOpen' | 'campaignId'>
/** Which conversation it is for a flow, whether its customer is reached, and whether somebody is there: without opening hours, always. */
export const circumstances = ({ facts, unreachableSince }: Thread, service: Service | null): Circumstances => ({
  conversationId: facts.id,
  contactId: facts.contactId,
  isUnreachable: unreachableSince !== null,
  ...placeOf(service),
})

/** The campaign wants no bot: whatever runs is over, and people answer. */
export const isBotOff = (service: Service | null): boolean => service !== null && !service.bot.on && service.closed?.do !== 'flow'

type Heard = { service: Service | null; contact: Person }
/** So it is, and where the channel answers this person no longer; but for a flow that somebody wanted for this very conversation. */
const silencesBot = async (tx: Tx, ports: ConversationsPorts, { facts, channel, address }: Thread, { service, contact }: Heard): Promise<boolean> =>
  (isBotOff(service) || !mayGoOn(ports, { channel, address, service, contact })) && !(await ports.flowWasWanted(tx, facts.id))

/** `isFirst`: the conversation began by it; `isFirstWord`: it is the customer's first in the conversation. */
type Words = Heard & { isFirst: boolean; isFirstWord?: boolean; content: MessageContent } & Pick<FlowSituation, 'referral' | 'replyTo'>

/**
 * A conversation that the team or a program opened, that nobody has, and in which the customer has asked nobody for anything: to what was sent there they
 * answer now, and a flow that waits for such answers takes nothing from anybody.
 */
const isFreeForReply = ({ facts }: Thread, { service, isFirst, isFirstWord }: Words): boolean =>
  !isFirst && isFirstWord === true && facts.floor !== 'assistant' && facts.assigneeId === null && !isBotOff(service) && service?.closed == null

/** The bot has the floor from here on. The wait for a person ends by its beginning, also where it hands over at once. */
const takeUp = async (tx: Tx, ports: ConversationsPorts, thread: Thread, turn: FlowTurn): Promise<void> => {
  const { id: conversationId, floor: from } = thread.facts
  apply(thread, handBack(thread.facts))
  thread.because = { end: 'handed_back' }
  addSystemLine(thread, ports, 'handed_back')
  tx.publish({ type: 'conversation.floor_changed', payload: { conversationId, from, to: 'flow', byUserId: null } })
  await followThread(tx, ports, thread)
  await performTurn(tx, ports, thread, turn)
}

const meant = { begins: 'where_none_runs' } as const

/** What a customer's words lead to: the flow's answer when it has the floor, and outside the hours what the campaign wants. Where the channel does not answer them, people do. */
export const answer = async (tx: Tx, ports: ConversationsPorts, thread: Thread, words: Words): Promise<void> => {
  const { service, isFirst, isFirstWord: _, content, ...told } = words
  const isAnswered = mayBegin(ports, { ...thread, ...words })
  const ask = (flowId: string | null, how: Pick<FlowSituation, 'begins' | 'onlyByReply'>) =>
    ports.flowAnswers(
      tx,
      {
        ...circumstances(thread, service),
        channel: { ...thread.channel, flowId },
        ...told,
        isFirst,
        onlyWhileClosed: isFirst && service?.closed != null,
        onlyGoesOn: !isAnswered,
        ...how,
      },
      content,
    )
  let turn: FlowTurn | null = null
  if (thread.facts.floor === 'flow') {
    if (await silencesBot(tx, ports, thread, words)) await ports.stopFlow(tx, thread.facts.id)
    else turn = await ask(answeringFlow(service, thread.channel), isFirst && service?.closed?.do === 'flow' ? meant : {})
    if (turn) await performTurn(tx, ports, thread, turn)
    else if (isFirst || thread.facts.state === 'bot') leaveToPeople(tx, thread)
  } else if (isAnswered && isFreeForReply(thread, words)) {
    turn = await ask(null, { onlyByReply: true })
    if (turn) await takeUp(tx, ports, thread, turn)
  }
  if (isAnswered) await meetClosed(tx, ports, thread, { service, isFirst, saidBy: turn?.flowId ?? null, ask: (flowId) => ask(flowId, meant) })
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
