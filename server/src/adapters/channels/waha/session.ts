import type { EgressAnswer } from '#channels'
import { isRecord, list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { retryAfter } from '../../kits/outbound/retry-after.ts'
import { callWaha, saidIn, sessionPath, type WahaContext } from './call.ts'
import { wantedEvents } from './webhook.ts'

/** What keeps a session from being used, by what has to be done about it. `away` may pass by itself; `seconds`: the server asks to be left alone for so long. */
export type Obstacle = { then: 'away' | 'over'; cause: string; title: string; seconds?: number | null }

const over = (cause: string, title: string): Obstacle => ({ then: 'over', cause, title })
const away = (cause: string, title: string): Obstacle => ({ then: 'away', cause, title })

/** Null when the call was answered as it should be. */
export const obstacleIn = (answer: EgressAnswer, { account: { settings }, io }: WahaContext): Obstacle | null => {
  if (answer.result !== 'answer') {
    const blocked = answer.result === 'refused' && answer.blocked === true
    return blocked
      ? over('address_blocked', 'This installation does not call addresses of its own network')
      : away('server_unreachable', 'The WAHA server cannot be reached')
  }
  const { status } = answer
  if (status < 300 && jsonOf(answer.body) !== undefined) return null
  if (status === 401 || status === 403) return over('key_refused', 'The WAHA server does not know the API key')
  if (status === 422) return over('session_refused_by_server', saidIn(answer.body, settings) || 'The WAHA server refused the session')
  if (status >= 500 || status === 429) return { ...away('server_failed', 'The WAHA server had a problem'), seconds: retryAfter(answer.headers, io.now()) }
  return over('not_a_server', 'No WAHA server answers at this address')
}

/** Ours among the webhooks of a session, and in its metadata what says that it was made here. */
const madeBy = 'chasqui.channel'

const callbackOf = ({ root, account: { settings } }: WahaContext): string =>
  settings.hosting === 'remote' ? settings.callbackUrl || root.publicUrl() : (root.hosting?.callbackUrl() ?? root.publicUrl())

const webhookUrl = (context: WahaContext): string => `${callbackOf(context).replace(/\/+$/, '')}/api/webhooks/waha/${context.account.channelId}`

const webhookOf = (context: WahaContext): Json => ({
  url: webhookUrl(context),
  events: wantedEvents,
  hmac: { key: context.account.settings.hmacKey },
  // Tried over about 18 hours; what is lost for good is found by reading the chats again.
  retries: { policy: 'exponential', delaySeconds: 2, attempts: 15 },
})

/** A session of ours tells of nothing but persons, and keeps what was said, so that it can be read again (reference 3, 5). */
const configOf = (context: WahaContext): Json => ({
  metadata: { [madeBy]: context.account.channelId },
  webhooks: [webhookOf(context)],
  ignore: { status: true, groups: true, channels: true, broadcast: true },
  client: { deviceName: 'Chasqui' },
  noweb: { store: { enabled: true, fullSync: false } },
})

/** A webhook of this channel, wherever it leads by now. */
const isOurs = (channelId: string) => (webhook: unknown) => text(record(webhook)['url']).endsWith(`/api/webhooks/waha/${channelId}`)

/** Whether the session tells us everything. Keys may be hidden when a configuration is read. */
const isTold = (config: Json, context: WahaContext): boolean => {
  const wanted = webhookOf(context)
  const ours = list(config['webhooks']).filter(isOurs(context.account.channelId))
  const webhook = record(ours[0])
  const key = text(record(webhook['hmac'])['key'])
  const events = new Set(list(webhook['events']).map(text))
  return (
    ours.length === 1 &&
    webhook['url'] === wanted['url'] &&
    (events.has('*') || wantedEvents.every((event) => events.has(event))) &&
    (key === '' || key.includes('*') || key === context.account.settings.hmacKey)
  )
}

export type Session = { result: 'session'; session: Json } | { result: 'changed' } | { result: 'obstacle'; obstacle: Obstacle }

const told = (answer: EgressAnswer, context: WahaContext): Session => {
  const obstacle = obstacleIn(answer, context)
  return obstacle ? { result: 'obstacle', obstacle } : { result: 'changed' }
}

/**
 * The session as the server has it. One that is not there is made, one that does not tell us is told to: that restarts it (reference 3), so that it is only done when something is
 * missing. `changed`: look again. Killed between any two calls it comes to the same.
 */
export const readSession = async (context: WahaContext): Promise<Session> => {
  const { settings } = context.account
  const answer = await callWaha(context, { method: 'GET', path: sessionPath(context) })
  if (answer.result === 'answer' && answer.status === 404 && isRecord(jsonOf(answer.body))) {
    const body = { name: settings.session, start: true, config: configOf(context) }
    const made = await callWaha(context, { method: 'POST', path: '/api/sessions', body })
    // Somebody else, or an answer that was lost, made it meanwhile: its own state says so.
    if (made.result === 'answer' && made.status === 422 && /exist/i.test(saidIn(made.body, settings))) return { result: 'changed' }
    return told(made, context)
  }
  const obstacle = obstacleIn(answer, context)
  if (obstacle) return { result: 'obstacle', obstacle }
  const session = record(answer.result === 'answer' ? jsonOf(answer.body) : null)
  if (text(session['status']) === '') return { result: 'obstacle', obstacle: over('not_a_server', 'No WAHA server answers at this address') }
  const config = record(session['config'])
  if (isTold(config, context)) return { result: 'session', session }
  const others = list(config['webhooks']).filter((webhook) => !isOurs(context.account.channelId)(webhook))
  const changed = { ...config, webhooks: [...others, webhookOf(context)] }
  return told(await callWaha(context, { method: 'PUT', path: sessionPath(context), body: { config: changed } }), context)
}

/** `start`, `restart` or `logout` (reference 3). Whether it worked is seen by looking again. */
export const changeSession = (act: 'start' | 'restart' | 'logout', context: WahaContext): Promise<EgressAnswer> =>
  callWaha(context, { method: 'POST', path: `${sessionPath(context)}/${act}`, body: {} })

/** A session that was made here goes, and the device with it; any other one stays and tells us nothing any more. Rejects when the server could not be told. */
export const leaveSession = async (context: WahaContext): Promise<void> => {
  const { channelId } = context.account
  const answer = await callWaha(context, { method: 'GET', path: sessionPath(context) })
  // Without a key that is taken there is nothing that could be done, however often it is tried.
  if (answer.result === 'answer' && (answer.status === 404 || answer.status === 401)) return
  if (obstacleIn(answer, context) || answer.result !== 'answer') throw new Error('the WAHA server could not be told')
  const config = record(record(jsonOf(answer.body))['config'])
  const webhooks = list(config['webhooks'])
  const others = webhooks.filter((webhook) => !isOurs(channelId)(webhook))
  const isMade = record(config['metadata'])[madeBy] === channelId
  if (!isMade && others.length === webhooks.length) return
  const done = isMade
    ? await callWaha(context, { method: 'DELETE', path: sessionPath(context) })
    : await callWaha(context, { method: 'PUT', path: sessionPath(context), body: { config: { ...config, webhooks: others } } })
  if (done.result !== 'answer' || (done.status >= 300 && done.status !== 404)) throw new Error('the WAHA server could not be told')
}
