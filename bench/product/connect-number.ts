import type { Api } from './api.ts'

/** A connected WhatsApp number of the product under test. */
export type ConnectedNumber = { channelId: string; phoneNumberId: string; businessAccountId: string; appSecret: string; webhookUrl: string }

/** What the flow puts in front of a customer's words; the answer names the message that it answers. */
export const answerPrefix = 'eco: '

/** Answers each message, for ever: one question that leads to itself. */
const echoFlow = (text: string) => ({ schema: 1, start: 'echo', nodes: { echo: { type: 'input', text, expect: 'any', saveAs: 'said', next: 'echo' } } })

/** The highest that any limit of flows can be. */
const most = 1_000_000

/** Makes and publishes a flow that answers each message with one; its id. */
export const publishEchoFlow = async (api: Api, text = `${answerPrefix}{{message.text}}`): Promise<string> => {
  const { id } = await api.send<{ id: string }>('POST', '/api/flows', { name: 'Echo', definition: echoFlow(text) })
  await api.send('POST', `/api/flows/${id}/publish`, {})
  // Customers of a measurement write as no person does.
  const boundless = { turnsPerHour: most, turnsPerDay: most, messagesPerHour: most, messagesPerDay: most, botLoops: false }
  await api.send('PUT', '/api/flow-limits', boundless)
  return id
}

/** Connects a number at the highest pace that Meta grants, so that the pace is not what is measured. */
export const connectNumber = async (api: Api, productUrl: string, phoneNumberId: string, flowId: string): Promise<ConnectedNumber> => {
  const businessAccountId = '102000000000001'
  const appSecret = `secret-of-${phoneNumberId}`
  const settings = { phoneNumberId, businessAccountId, accessToken: `token-of-${phoneNumberId}`, appSecret, verifyToken: 'verify', callsPerSecond: 1000 }
  const { id } = await api.send<{ id: string }>('POST', '/api/channels', { kind: 'whatsapp-cloud', name: `Number ${phoneNumberId}`, settings, flowId })
  return { channelId: id, phoneNumberId, businessAccountId, appSecret, webhookUrl: `${productUrl}/api/webhooks/whatsapp/${id}` }
}
