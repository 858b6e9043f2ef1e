import { pauseBeforeTry } from '@chasqui/flow/steps/api_call/deadline'
import type { CallRequest } from '@chasqui/flow/steps/api_call/request'
import { failed, readAnswer, type CallResult } from '@chasqui/flow/steps/api_call/result'

/** How a try ended, with the answer as text. */
export type Try = { result: 'answer'; status: number; body: string; retryAfter: number | null } | { result: 'refused' | 'lost'; reason: string; blocked?: true }
export type Verdict = { done: CallResult } | { againIn: number }

/** What says “not now”, and may say something else in a moment. */
const temporary = new Set([408, 425, 429, 500, 502, 503, 504])
/** Seconds that a server may ask for: customers wait meanwhile. */
const longestAsked = 15

/**
 * What follows from the `tries`-th try: the result, or another one in so many seconds. What certainly did not arrive may always be tried again, what may
 * have arrived only where the request may be repeated.
 */
export const verdictOf = (request: CallRequest, tries: number, attempt: Try): Verdict => {
  const isLast = tries > request.retries
  const again = (asked: number | null = null): Verdict => ({ againIn: Math.min(asked ?? pauseBeforeTry(tries), longestAsked) })
  if (attempt.result === 'answer') {
    const result = readAnswer(request, attempt)
    const isTemporary = result.error === 'status' && temporary.has(attempt.status)
    return isTemporary && request.repeatable && !isLast ? again(attempt.retryAfter) : { done: result }
  }
  if (attempt.blocked) return { done: failed('blocked') }
  if (!isLast && (attempt.result === 'refused' || request.repeatable)) return again()
  if (attempt.result === 'refused') return { done: failed('unreachable') }
  return { done: failed(attempt.reason === 'time-out' ? 'timeout' : 'lost') }
}

/** Whether the server is there and well: what counts for its circuit breaker. What the guard keeps from leaving says nothing about it. */
export const isWell = (attempt: Try): boolean => (attempt.result === 'answer' ? attempt.status < 500 : attempt.blocked === true)
