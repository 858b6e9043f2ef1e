import { chooseFlow, type CustomerMessage, type Occasion } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import type { Place } from '../ports.ts'
import { triggersOf } from './known-triggers.ts'

type Chosen = { flowId: string; versionId: string }

const occasionOf = (message: CustomerMessage, { isFirst, isOpen, channelId, campaignId, referral }: Place): Occasion => ({
  type: 'message',
  message,
  isFirst,
  isClosed: !isOpen,
  channelId,
  campaignId,
  referral,
})

/** The flow that begins with a message where none runs, of all that are published. */
export const flowFor = async (tx: Tx, message: CustomerMessage, place: Place): Promise<Chosen | null> => {
  const { index, flows } = await triggersOf(tx)
  const choice = chooseFlow(index, occasionOf(message, place), { flowId: place.flowId, onlyWhileClosed: place.onlyWhileClosed ?? false })
  return choice && { flowId: choice.flowId, versionId: flows.get(choice.flowId)!.versionId }
}
