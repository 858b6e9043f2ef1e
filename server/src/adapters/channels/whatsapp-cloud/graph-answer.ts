import type { Account, EgressAnswer, SendOutcome } from '#channels'
import type { MessageError } from '@chasqui/contracts'
import { graphError, type Verdict } from './errors.ts'
import { clip, isRecord, record, type Json } from './loose-json.ts'
import { withoutSecrets, type CloudSettings } from './settings.ts'

/** A refusal to do what was asked, or doubt whether it was done. */
export type Trouble = Exclude<SendOutcome, { result: 'accepted' }>
export type GraphAnswer = { result: 'done'; body: Json } | Trouble

/**
 * What an answer of the Graph API means for a message. An error code decides, whatever the HTTP status. Without one: Meta says 429, 500 or 503
 * before it takes a message; 502, 504, an answer that cannot be read and no answer at all leave it open, and are never repeated blindly.
 */
export const readAnswer = (answer: EgressAnswer, account: Account<CloudSettings>, now: Date): GraphAnswer => {
  const clean = (text: string) => withoutSecrets(text, account.settings)
  if (answer.result !== 'answer') return answer.result === 'lost' ? uncertain(clean(answer.reason)) : unreachable(clean(answer.reason))
  const body = parsed(answer.body)
  const error = record(body)['error']
  if (isRecord(error) && error['code'] !== undefined) return fromError(error, clean, retryAfter(answer.headers, now))
  if (answer.status >= 200 && answer.status < 300)
    return isRecord(body) ? { result: 'done', body } : uncertain(`HTTP ${answer.status} with an answer that cannot be read`)
  return fromStatus(answer.status, retryAfter(answer.headers, now))
}

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const problem = (code: string, title: string, retryable: boolean, detail?: string): MessageError => ({
  code,
  title,
  retryable,
  ...(detail && { detail: clip(detail, 500) }),
})

const retry = (error: MessageError, scope: 'message' | 'recipient' | 'channel', afterSeconds: number | null): Trouble => ({
  result: 'retry',
  error,
  afterSeconds,
  scope,
})

const unreachable = (reason: string) => retry(problem('whatsapp.unreachable', 'WhatsApp could not be reached', true, reason), 'channel', null)

export const uncertain = (detail: string): Trouble => ({
  result: 'uncertain',
  error: problem('whatsapp.no_answer', 'The answer of WhatsApp was lost', false, detail),
})

/** Something that only a change of the message or its file can cure. */
export const failed = (code: string, title: string, detail?: string): Trouble => ({
  result: 'failed',
  error: problem(code, title, false, detail),
  windowClosed: false,
  pauseChannel: false,
})

export const retryLater = (code: string, title: string, detail?: string): Trouble => retry(problem(code, title, true, detail), 'message', null)

const fromError = (error: Json, clean: (text: string) => string, seconds: number | null): Trouble => {
  const { shown, verdict } = graphError(error)
  return judged({ ...shown, ...(shown.detail !== undefined && { detail: clean(shown.detail) }) }, verdict, seconds)
}

/** The longer of what the code asks and what the answer's header asks. */
const judged = (error: MessageError, verdict: Verdict, seconds: number | null): Trouble =>
  verdict.then === 'retry'
    ? retry(error, verdict.scope, seconds === null ? verdict.seconds : Math.max(seconds, verdict.seconds ?? 0))
    : {
        result: 'failed',
        error,
        windowClosed: verdict.windowClosed ?? false,
        pauseChannel: verdict.pauseChannel ?? false,
        alert: verdict.alert ?? false,
        optedOut: verdict.optedOut ?? false,
      }

const fromStatus = (status: number, seconds: number | null): Trouble => {
  const [code, detail] = [`whatsapp.http_${status}`, `HTTP ${status}`]
  if (status === 429) return retry(problem(code, 'WhatsApp asks to slow down', true, detail), 'channel', seconds)
  if (status === 500 || status === 503)
    return retry(problem(code, 'WhatsApp is temporarily unavailable', true, detail), status === 503 ? 'channel' : 'message', seconds)
  if (status >= 500) return uncertain(detail)
  return { result: 'failed', error: problem(code, 'WhatsApp refused the request', false, detail), windowClosed: false, pauseChannel: status === 401 }
}

/** `Retry-After` as seconds from now: a number, or a date. A day at most, against a broken header. */
const retryAfter = (headers: Record<string, string>, now: Date): number | null => {
  const value = headers['retry-after']?.trim()
  if (!value) return null
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now.getTime()) / 1000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 86_400) : null
}
