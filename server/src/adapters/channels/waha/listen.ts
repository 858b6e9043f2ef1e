import type { ListenEnd, Listening } from '#channels'
import { record, text, words } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { watchLine, type Standing } from '../../kits/whatsapp/watch-line.ts'
import { callWaha, inSession, ownerOf, type WahaContext, type WahaRoot } from './call.ts'
import { catchUp, placeIn } from './catch-up.ts'
import { changeSession, readSession } from './session.ts'
import type { WahaSettings } from './settings.ts'

/** How long a code is good: WhatsApp renews a picture after 20 s (reference 3), and takes a typed one for as long as the session waits. ms. */
const QR_MS = 20_000
const TYPED_CODE_MS = 150_000
/** ms. A session that fails is restarted no oftener (reference 8.5). */
const RESTART_MS = 60_000
/** ms that a container may take to answer, and times that it may end at once. */
const SILENT_MS = 90_000
const FAILURES = 5

const connecting: Standing = { is: 'line', line: { state: 'connecting' } }

/** Watches the session on the server: makes and starts it, shows what links it, restarts it when it fails, and reads what its webhooks did not bring. */
export const createListen =
  (root: WahaRoot) =>
  async (listening: Listening<WahaSettings>): Promise<ListenEnd> => {
    const { account, io, signal, store } = listening
    const context: WahaContext = { root, account, io, signal }
    const now = (): number => io.now().getTime()
    let place = placeIn(listening.place, account.settings.session, now())
    let restartedAt: number | null = null
    let sawCode = false
    let silentSince: number | null = null
    let failures = 0
    let code: { text: string; until: number } | null = null

    const typedCode = async (phone: string): Promise<string | null> => {
      if (code !== null && code.until > now()) return code.text
      const answer = await callWaha(context, { method: 'POST', path: inSession(context, '/auth/request-code'), body: { phoneNumber: phone } })
      const told = answer.result === 'answer' && answer.status < 300 ? text(record(jsonOf(answer.body))['code']).replace('-', '') : ''
      code = /^\w{8}$/.test(told) ? { text: told, until: now() + TYPED_CODE_MS } : null
      return code?.text ?? null
    }
    const linking = async (): Promise<Standing> => {
      if (place.linked) {
        await store([], { ...place, linked: false })
        return { is: 'over', state: 'logged_out', cause: 'device_removed', title: 'The device was removed on the telephone; it has to be linked again' }
      }
      sawCode = true
      const { codeFor } = account.settings
      const typed = codeFor === '' ? null : await typedCode(codeFor)
      if (typed !== null) return { is: 'line', line: { state: 'code', code: typed, until: new Date(code!.until) } }
      const answer = await callWaha(context, { method: 'GET', path: inSession(context, '/auth/qr?format=raw') })
      const qr = answer.result === 'answer' && answer.status < 300 ? words(record(jsonOf(answer.body))['value'], 2000) : undefined
      return qr === undefined ? connecting : { is: 'line', line: { state: 'qr', qr, until: new Date(now() + QR_MS) } }
    }
    const failed = async (): Promise<Standing> => {
      if (sawCode) return { is: 'over', state: 'error', cause: 'qr_expired', title: 'Nobody linked a telephone in time' }
      if (restartedAt === null) {
        restartedAt = now()
        await changeSession('restart', context)
      } else if (now() - restartedAt >= RESTART_MS) {
        // What a restart did not cure needs a new link (reference 3).
        restartedAt = now()
        await changeSession('logout', context)
        await changeSession('start', context)
      }
      return { is: 'away', cause: 'session_failed' }
    }
    /** Null when the container runs and answers, or there is none. One that runs and does not answer for long is started anew. */
    const housed = async (): Promise<Standing | null> => {
      if (account.settings.hosting === 'remote' || root.hosting === null) return null
      const ensured = await root.hosting.ensure(ownerOf(account), signal)
      if (ensured.is !== 'running') {
        silentSince = null
        failures = ensured.cause === 'container_failed' ? failures + 1 : 0
        const { is, cause, title, detail } = ensured
        if (is === 'over' || failures >= FAILURES) return { is: 'over', state: 'error', cause, title, ...(detail && { detail }) }
        return cause === 'container_starting' ? connecting : { is: 'away', cause }
      }
      const ping = await callWaha(context, { method: 'GET', path: '/ping', timeoutMs: 5000 })
      if (ping.result === 'answer' && ping.status < 500) return ((silentSince = null), null)
      silentSince ??= now()
      if (now() - silentSince >= SILENT_MS) {
        silentSince = now()
        await root.hosting.restart(ownerOf(account))
      }
      return connecting
    }
    const look = async (): Promise<Standing> => {
      const house = await housed()
      if (house !== null) return house
      const read = await readSession(context)
      if (read.result === 'changed') return connecting
      if (read.result === 'obstacle') {
        const { then, cause, title, seconds = null } = read.obstacle
        return then === 'away' ? { is: 'away', cause, seconds } : { is: 'over', state: 'error', cause, title }
      }
      const { status, me } = read.session
      switch (status) {
        case 'WORKING': {
          sawCode = false
          restartedAt = null
          const own = addressOf(record(me)['id'])
          return { is: 'line', line: { state: 'connected', address: own && own.kind === 'phone' ? `+${own.value}` : null } }
        }
        case 'SCAN_QR_CODE':
          return linking()
        case 'STOPPED':
          await changeSession('start', context)
          return connecting
        case 'FAILED':
          return failed()
        case 'PASSKEY_REQUIRED':
        case 'PASSKEY_CONFIRMATION_REQUIRED':
          return { is: 'over', state: 'error', cause: 'passkey_required', title: 'WhatsApp asks for a passkey, which cannot be given from here' }
        default:
          // STARTING, or a word of a later version: it is not usable yet.
          return { is: 'line', line: { state: sawCode ? 'linking' : 'connecting' } }
      }
    }
    return watchLine(listening, {
      vendor: 'waha',
      look,
      catchUp: async () => {
        if (!place.linked) await store([], (place = { ...place, linked: true }))
        const next = await catchUp(context, place, store, now())
        if (next !== place) await store([], (place = next))
      },
    })
  }
