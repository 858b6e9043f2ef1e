import type { MessageError } from '@chasqui/contracts'
import type { EgressAnswer } from '#channels'
import { isRecord, record, type Json } from '#platform/foreign-json/loose-json'
import { retryAfter } from '../outbound/retry-after.ts'
import { problem, type Trouble } from '../outbound/trouble.ts'
import type { GraphError, GraphVendor, Verdict } from './graph-error.ts'
import { restIn } from './usage.ts'

/** `restSeconds`: nothing more should be asked for so long (usage.ts). */
export type GraphAnswer = { result: 'done'; body: Json; restSeconds?: number } | Trouble

type Scope = 'message' | 'recipient' | 'channel'
/** Takes what is secret out of a text that Meta wrote. */
type Clean = (text: string) => string

const retry = (error: MessageError, scope: Scope, afterSeconds: number | null): Trouble => ({ result: 'retry', error, afterSeconds, scope })

/** The longer of what the code asks and what the answer's header asks. */
const judged = (error: MessageError, verdict: Verdict, seconds: number | null): Trouble =>
  verdict.then === 'retry'
    ? {
        ...retry(error, verdict.scope, seconds === null ? verdict.seconds : Math.max(seconds, verdict.seconds ?? 0)),
        ...(verdict.holds && { holds: verdict.holds }),
      }
    : {
        result: 'failed',
        error,
        windowClosed: verdict.windowClosed ?? false,
        pauseChannel: verdict.pauseChannel ?? false,
        alert: verdict.alert ?? false,
        optedOut: verdict.optedOut ?? false,
        ...(verdict.unreachable && { unreachable: verdict.unreachable }),
      }

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * What an answer of the Graph API means for a message. An error code decides, whatever the HTTP status. Without one: Meta says 429, 500 or 503
 * before it takes a message; 502, 504, an answer that cannot be read and no answer at all leave it open, and are never repeated blindly.
 */
export const createGraphAnswers = ({ code, name }: GraphVendor, graphError: (error: Json) => GraphError) => {
  const uncertain = (detail: string): Trouble => ({
    result: 'uncertain',
    error: problem(`${code}.no_answer`, `The answer of ${name} was lost`, false, detail),
  })
  const unreachable = (reason: string) => retry(problem(`${code}.unreachable`, `${name} could not be reached`, true, reason), 'channel', null)

  const fromError = (error: Json, clean: Clean, seconds: number | null): Trouble => {
    const { shown, verdict } = graphError(error)
    return judged({ ...shown, ...(shown.detail !== undefined && { detail: clean(shown.detail) }) }, verdict, seconds)
  }

  const fromStatus = (status: number, seconds: number | null): Trouble => {
    const [ofStatus, detail] = [`${code}.http_${status}`, `HTTP ${status}`]
    if (status === 429) return retry(problem(ofStatus, `${name} asks to slow down`, true, detail), 'channel', seconds)
    if (status === 500 || status === 503)
      return retry(problem(ofStatus, `${name} is temporarily unavailable`, true, detail), status === 503 ? 'channel' : 'message', seconds)
    if (status >= 500) return uncertain(detail)
    return { result: 'failed', error: problem(ofStatus, `${name} refused the request`, false, detail), windowClosed: false, pauseChannel: status === 401 }
  }

  const read = (answer: EgressAnswer, clean: Clean, now: Date): GraphAnswer => {
    if (answer.result !== 'answer') return answer.result === 'lost' ? uncertain(clean(answer.reason)) : unreachable(clean(answer.reason))
    const body = parsed(answer.body)
    const error = record(body)['error']
    if (isRecord(error) && error['code'] !== undefined) return fromError(error, clean, retryAfter(answer.headers, now))
    if (answer.status >= 200 && answer.status < 300) {
      const restSeconds = restIn(answer.headers)
      if (isRecord(body)) return { result: 'done', body, ...(restSeconds !== null && { restSeconds }) }
      return uncertain(`HTTP ${answer.status} with an answer that cannot be read`)
    }
    return fromStatus(answer.status, retryAfter(answer.headers, now))
  }
  return { read, uncertain }
}
