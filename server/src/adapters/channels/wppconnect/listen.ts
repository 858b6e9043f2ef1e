import type { Listening, ListenEnd } from '#channels'
import { number, record, text, words } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { toldName } from '../../kits/whatsapp/message-name.ts'
import { watchLine, type Standing } from '../../kits/whatsapp/watch-line.ts'
import { retryAfter } from '../../kits/outbound/retry-after.ts'
import { callSession, type Tokens, type WppAnswer, type WppContext, type WppRoot } from './call.ts'
import { catchUp } from './catch-up.ts'
import type { WppSettings } from './settings.ts'

/** How long a code is good: pictures are renewed after 20 s, a typed one lives as long as the session waits. ms. */
const QR_MS = 20_000
const TYPED_CODE_MS = 150_000
/** ms. A browser starts, and with it the session, before the server answers with a code to type. */
const CODE_WAIT_MS = 90_000

/** Where reading stands: everything before `at` (seconds since 1970) is here. `linked`: the session worked before, so that a code to scan means that its device was removed. */
type Place = { session: string; at: number; linked: boolean }

const placeIn = (value: unknown, session: string, now: number): Place => {
  const { session: of, at, linked } = record(value)
  const known = of === session ? number(at) : null
  return { session, at: known ?? Math.floor(now / 1000), linked: known !== null && linked === true }
}

const connecting: Standing = { is: 'line', line: { state: 'connecting' } }
const over = (cause: string, title: string): Standing => ({ is: 'over', state: 'error', cause, title })

/** Null when the call was answered as it should be. */
const obstacleIn = (answer: WppAnswer, now: Date): Standing | null => {
  if (answer.result !== 'answer')
    return answer.result === 'refused' && answer.blocked === true
      ? over('address_blocked', 'This installation does not call addresses of its own network')
      : { is: 'away', cause: 'server_unreachable' }
  const { status } = answer
  if (status < 300 && jsonOf(answer.body) !== undefined) return null
  // A wrong key is refused with 400 where a token is asked for (reference 2).
  if (status === 401 || (status === 400 && answer.at === 'token')) return over('key_refused', 'The WPPConnect server does not know the key')
  if (status >= 500 || status === 429) return { is: 'away', cause: 'server_failed', seconds: retryAfter(answer.headers, now) }
  return over('not_a_server', 'No WPPConnect server answers at this address')
}

/** Watches the session on the server: starts it with our webhook, shows what links it, and reads what was not told: the server repeats nothing (reference 4). */
export const createListen =
  (root: WppRoot, tokens: Tokens) =>
  async (listening: Listening<WppSettings>): Promise<ListenEnd> => {
    const { account, io, signal, store } = listening
    const { settings, channelId } = account
    const context: WppContext = { account, io, signal, tokens }
    const now = (): number => io.now().getTime()
    let place = placeIn(listening.place, settings.session, now())
    let sawCode = false
    let isTold = false
    let code: { text: string; until: number } | null = null

    const webhook = `${(settings.callbackUrl || root.publicUrl()).replace(/\/+$/, '')}/api/webhooks/wppconnect/${channelId}/${settings.webhookSecret}`
    const start = (more: Record<string, unknown>, timeoutMs?: number): Promise<WppAnswer> =>
      callSession(context, {
        method: 'POST',
        path: '/start-session',
        body: { webhook, waitQrCode: false, deviceName: 'Chasqui', ...more },
        ...(timeoutMs !== undefined && { timeoutMs }),
      })

    const begin = async (): Promise<Standing> => {
      if (sawCode) return over('qr_expired', 'Nobody linked a telephone in time')
      if (settings.codeFor === '' || place.linked) return obstacleIn(await start({}), io.now()) ?? connecting
      const answer = await start({ phone: settings.codeFor, waitQrCode: true }, CODE_WAIT_MS)
      const obstacle = obstacleIn(answer, io.now())
      if (obstacle) return obstacle
      const told = text(record(answer.result === 'answer' ? jsonOf(answer.body) : null)['phoneCode']).replace('-', '')
      code = /^\w{8}$/.test(told) ? { text: told, until: now() + TYPED_CODE_MS } : null
      return connecting
    }
    const linking = async (urlcode: unknown): Promise<Standing> => {
      if (place.linked) {
        await store([], { ...place, linked: false })
        return { is: 'over', state: 'logged_out', cause: 'device_removed', title: 'The device was removed on the telephone; it has to be linked again' }
      }
      sawCode = true
      if (code !== null && code.until > now()) return { is: 'line', line: { state: 'code', code: code.text, until: new Date(code.until) } }
      const qr = words(urlcode, 2000)
      return qr === undefined ? connecting : { is: 'line', line: { state: 'qr', qr, until: new Date(now() + QR_MS) } }
    }
    const connected = async (): Promise<Standing> => {
      // Started again it only hears where to call (reference 3): a server that was started anew may have forgotten.
      if (!isTold) isTold = obstacleIn(await start({}), io.now()) === null
      const answer = await callSession(context, { method: 'GET', path: '/get-phone-number' })
      const told = record(answer.result === 'answer' ? jsonOf(answer.body) : null)['response']
      const own = addressOf(toldName(told))
      sawCode = false
      return { is: 'line', line: { state: 'connected', address: own?.kind === 'phone' ? `+${own.value}` : null } }
    }
    const look = async (): Promise<Standing> => {
      const answer = await callSession(context, { method: 'GET', path: '/status-session' })
      const obstacle = obstacleIn(answer, io.now())
      if (obstacle) return obstacle
      const { status, urlcode } = record(answer.result === 'answer' ? jsonOf(answer.body) : null)
      switch (status) {
        case 'CONNECTED':
          return connected()
        case 'QRCODE':
        case 'PHONECODE':
          return linking(urlcode)
        case 'CLOSED':
          isTold = false
          return begin()
        default:
          return { is: 'line', line: { state: sawCode ? 'linking' : 'connecting' } }
      }
    }
    return watchLine(listening, {
      vendor: 'wppconnect',
      look,
      catchUp: async () => {
        if (!place.linked) await store([], (place = { ...place, linked: true }))
        const at = await catchUp(context, place.at, (items) => store(items, place), now())
        if (at !== place.at) await store([], (place = { ...place, at }))
      },
    })
  }
