import { setTimeout as pause } from 'node:timers/promises'
import * as inbound from '../../server/test/doubles/graph-api/inbound.ts'
import { signWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'
import type { ConnectedNumber } from '../product/connect-number.ts'
import { postUntilTaken } from '../webhooks/post.ts'
import { phoneOf } from './kilobyte-webhook.ts'

export type WritingOrder = { run: string; perSecond: number; seconds: number; people: number }

/** Customers write at a steady rate, whatever the answers do; resolves with when each text left (milliseconds since the epoch) once all are taken. */
export const writeAtRate = async (number: ConnectedNumber, { run, perSecond, seconds, people }: WritingOrder): Promise<Map<string, number>> => {
  const sent = new Map<string, number>()
  const posts: Promise<unknown>[] = []
  const startedAt = performance.now()
  for (let index = 0; index < perSecond * seconds; index++) {
    const early = startedAt + (index * 1000) / perSecond - performance.now()
    if (early > 0) await pause(early)
    const customer = { phone: phoneOf(index % people), name: `Cliente ${index % people}` }
    const text = `¿Tienen un turno libre para mañana? ${run} ${index}`
    const body = inbound.messagesFrom(customer, [inbound.text(customer, text, { id: `wamid.${run}.${index}` })], { phoneNumberId: number.phoneNumberId })
    const webhook = signWebhook(body, number.appSecret)
    sent.set(text, performance.timeOrigin + performance.now())
    posts.push(postUntilTaken(number.webhookUrl, webhook))
  }
  await Promise.all(posts)
  return sent
}
