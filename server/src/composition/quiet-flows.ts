import type { Campaigns, Service } from '#campaigns'
import type { Flows } from '#flows'
import type { Tx } from '#platform/database/transaction'

type Answering = Pick<Flows, 'answerMessage' | 'answerTimer' | 'answerReturned' | 'stopRun'>
type Ports = { flows: () => Answering; isSuspended(tenantId: string): Promise<boolean> }

/**
 * The flows of a suspended tenant are quiet: what customers write is kept and waits for a person, runs end, and nothing is said that would leave, hours
 * old, on the day the tenant works again.
 */
export const quietWhileSuspended = ({ flows, isSuspended }: Ports): Pick<Flows, 'answerMessage' | 'answerTimer' | 'answerReturned'> => {
  const unlessSuspended = async <Turn>(tx: Tx, conversationId: string, answer: () => Promise<Turn | null>): Promise<Turn | null> => {
    if (!(await isSuspended(tx.tenantId))) return answer()
    await flows().stopRun(tx, conversationId)
    return null
  }
  return {
    answerMessage: (tx, situation, content) => unlessSuspended(tx, situation.conversationId, () => flows().answerMessage(tx, situation, content)),
    answerTimer: (tx, situation, timer) => unlessSuspended(tx, situation.conversationId, () => flows().answerTimer(tx, situation, timer)),
    answerReturned: (tx, situation, returned) => unlessSuspended(tx, situation.conversationId, () => flows().answerReturned(tx, situation, returned)),
  }
}

/** Outside the hours, too, a suspended tenant says nothing: customers wait without a word, and are told when it works again. */
export const servedWhileSuspended =
  (serviceOf: Campaigns['serviceOf'], isSuspended: Ports['isSuspended']): Campaigns['serviceOf'] =>
  async (tenantId, conversation): Promise<Service | null> => {
    const service = await serviceOf(tenantId, conversation)
    return service?.closed && (await isSuspended(tenantId)) ? { ...service, closed: { do: 'wait' } } : service
  }
