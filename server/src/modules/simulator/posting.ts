import { createHmac } from 'node:crypto'
import { simulatorSignatureHeader, type SimulatorEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { SimulatorPorts } from './ports.ts'

export const simulatorQueue = 'simulator'

export type Posting = { channelId: string; secret: string; events: SimulatorEvent[]; twice: boolean }

/** Posts events as one signed webhook; `twice` delivers the very same webhook again, as networks do. Rejects when it was not taken. */
export const post = async ({ postWebhook }: SimulatorPorts, { channelId, secret, events, twice }: Posting): Promise<void> => {
  const body = Buffer.from(JSON.stringify({ events }))
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', [simulatorSignatureHeader]: `sha256=${signature}` }
  await postWebhook(channelId, body, headers)
  if (twice) await postWebhook(channelId, body, headers)
}

export type PostingJob = { channelId: string; events: SimulatorEvent[] }
type Later = { channelId: string; phone: string; events: SimulatorEvent[]; runAt: Date | null }

/** Leaves the posting to a job of this phone's lane, as durable as the state it reports. */
export const postLater = (tx: Tx, { channelId, phone, events, runAt }: Later): void => {
  if (events.length === 0) return
  const payload: PostingJob = { channelId, events }
  tx.enqueue({ queue: simulatorQueue, key: `${channelId}:${phone}`, payload, ...(runAt && { runAt }) })
}
