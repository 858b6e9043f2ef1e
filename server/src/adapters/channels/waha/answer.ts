import type { EgressAnswer } from '#channels'
import { isRecord, record } from '#platform/foreign-json/loose-json'
import { jsonOf } from '#platform/foreign-json/json-of'
import { retryAfter } from '../../kits/outbound/retry-after.ts'
import { failed, problem, type Trouble } from '../../kits/outbound/trouble.ts'
import { saidIn } from './call.ts'
import { nameIn } from '../../kits/whatsapp/message-name.ts'
import type { WahaSettings } from './settings.ts'

export type SendAnswer = { result: 'done'; id: string | null } | Trouble

const later = (code: string, title: string, detail?: string, afterSeconds: number | null = null): Trouble => ({
  result: 'retry',
  error: problem(`waha.${code}`, title, true, detail),
  afterSeconds,
  scope: 'channel',
})

const uncertain = (detail: string): Trouble => ({
  result: 'uncertain',
  error: problem('waha.no_answer', 'The answer of the WAHA server was lost', false, detail),
})

/** The id in an answer to a send, which differs between engines: of the message, of its key, or of an object (reference 5). */
const idIn = (body: unknown): string | null => {
  const message = record(body)
  return (nameIn(message['id']) ?? nameIn(record(message['key'])['id']) ?? nameIn(record(record(message['_data'])['id'])))?.id ?? null
}

/** What an answer means for a message (reference 5). An engine's own errors leave open whether the message left. */
export const readSend = (answer: EgressAnswer, settings: WahaSettings, now: Date): SendAnswer => {
  if (answer.result === 'refused') return later('server_unreachable', 'The WAHA server cannot be reached', answer.reason)
  if (answer.result === 'lost') return uncertain(answer.reason)
  const { status } = answer
  const body = jsonOf(answer.body)
  if (status < 300) return isRecord(body) ? { result: 'done', id: idIn(body) } : uncertain(`HTTP ${status} with an answer that cannot be read`)
  const said = saidIn(answer.body, settings)
  switch (status) {
    case 401:
    case 403:
      return { ...failed('waha.key_refused', 'The WAHA server does not know the API key'), pauseChannel: true }
    case 404:
      return later('session_missing', 'The WAHA server does not have the session at present', said)
    case 413:
      return failed('waha.too_large', 'The file is larger than the WAHA server takes', said)
    case 422:
      // With a state the session is not ready; without one the edition or engine cannot do it.
      return isRecord(body) && body['expected'] !== undefined
        ? later('session_not_ready', 'The session is not connected at present', said)
        : failed('waha.not_offered', 'This edition of WAHA cannot send this', said)
    case 429:
    case 503:
      return later('too_many', 'The WAHA server asks to wait', said, retryAfter(answer.headers, now))
    case 501:
      return failed('waha.not_offered', 'The engine of this WAHA server cannot send this', said)
    default:
      return status >= 500 ? uncertain(`HTTP ${status} ${said}`.trim()) : failed('waha.refused', 'The WAHA server refused the message', said)
  }
}
