import type { FlowDefinition } from '@chasqui/contracts'
import type { CustomerMessage } from '@chasqui/flow'
import { drawFlow } from '@chasqui/flow/triggers/draw-flow'
import type { Tx } from '#platform/database/transaction'
import { noteTime, takeFirstTime } from '../once/first-time.ts'
import type { FlowsPorts, Situation } from '../ports.ts'
import { definitionOf, publishedVersion } from '../versions.ts'
import { flowFor, type MayBegin } from './choose.ts'
import { triggersOf } from './known-triggers.ts'

type Found = { flowId: string; versionId: string }
/** `abTestOf`: the flow in whose test it begins. */
export type Begins = Found & { abTestOf: string | null }
type Ports = Pick<FlowsPorts, 'now'>

/** The flow that begins now: the one that somebody wants, or whose trigger fits the message best. Null: none does, or it has begun as often as it may. */
export const whichBegins = async (tx: Tx, ports: Ports, situation: Situation, message: CustomerMessage | null): Promise<Begins | null> => {
  const { begins, conversationId, from, triggered } = situation
  const found = begins ? await wanted(tx, situation) : message && (await flowFor(tx, message, situation, takesFirstTime(tx, ports, situation)))
  if (!found) return null
  const definition = await definitionOf(tx, found.versionId)
  if (triggered?.notSince && (await ranSince(tx, conversationId, found.flowId, triggered.notSince))) return null
  if (begins && !(await beginsOnce(tx, ports, situation, found.flowId, definition))) return null
  return from || begins === 'on_request' ? { ...found, abTestOf: null } : tested(tx, situation, found, definition)
}

/** The flow that somebody wants, in the version that they want, else the one that is published. */
const wanted = async (tx: Tx, { flowId, from }: Situation): Promise<Found | null> => {
  const versionId = from?.versionId ?? (flowId && (await publishedVersion(tx, flowId)))
  return flowId && versionId ? { flowId, versionId } : null
}

const ranSince = async (tx: Tx, conversationId: string, flowId: string, since: Date): Promise<boolean> =>
  (
    await tx.query('select 1 from flows.run where tenant_id = $1 and conversation_id = $2 and flow_id = $3 and started_at >= $4 limit 1', [
      tx.tenantId,
      conversationId,
      flowId,
      since,
    ])
  ).rowCount !== 0

type For = Pick<Situation, 'contactId' | 'begins'>
const takesFirstTime =
  (tx: Tx, ports: Ports, { contactId }: For): MayBegin =>
  (flowId, { days }) =>
    takeFirstTime(tx, { contactId, flowId, days }, ports.now())

/** A flow that begins once for a contact does not by a trigger; where somebody wants it, it does all the same, and that counts. */
const beginsOnce = async (tx: Tx, ports: Ports, { contactId, begins }: For, flowId: string, { once }: FlowDefinition): Promise<boolean> => {
  if (!once) return true
  if (begins === 'by_trigger') return takesFirstTime(tx, ports, { contactId })(flowId, once)
  await noteTime(tx, { contactId, flowId }, ports.now())
  return true
}

/** The flow that this contact meets where one is tested against others. One that is not there any more gives its people back, uncounted. */
const tested = async (tx: Tx, { contactId }: For, found: Found, { abTest }: FlowDefinition): Promise<Begins> => {
  if (!abTest) return { ...found, abTestOf: null }
  const drawn = drawFlow(abTest, found.flowId, contactId)
  if (drawn === found.flowId) return { ...found, abTestOf: found.flowId }
  const rival = (await triggersOf(tx)).flows.get(drawn)
  return rival ? { flowId: drawn, versionId: rival.versionId, abTestOf: found.flowId } : { ...found, abTestOf: null }
}
