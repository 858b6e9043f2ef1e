import type { HoldCause, MessageError, UnreachableCause } from '@chasqui/contracts'
import { number, record, words, type Json } from '#platform/foreign-json/loose-json'

/**
 * What to do about an error code of Meta. The same codes come as answers to sends and in webhooks.
 * `seconds: null` = the caller's own curve; `holds`: what else waits for that cause. Decided by code and subcode, never by title or HTTP status.
 */
export type Verdict =
  | { then: 'retry'; scope: 'message' | 'recipient' | 'channel'; seconds: number | null; holds?: HoldCause }
  | { then: 'fail'; windowClosed?: true; pauseChannel?: true; alert?: true; optedOut?: true; unreachable?: UnreachableCause }

export const fail: Verdict = { then: 'fail' }
/** A person has to put something right with Meta; other messages may still go through meanwhile. */
export const alert: Verdict = { then: 'fail', alert: true }
/** Nothing can be sent until a person acts, and trying makes it worse. */
export const stop: Verdict = { then: 'fail', pauseChannel: true }
/** Nothing, or perhaps nothing, arrives at this person, whatever is sent. */
export const notReached = (unreachable: UnreachableCause): Verdict => ({ then: 'fail', unreachable })
export const retry = (scope: 'message' | 'recipient' | 'channel', seconds: number | null = null): Verdict => ({ then: 'retry', scope, seconds })

/** Nothing like it is taken for some time: it waits, and so does what comes after it. */
export const held = (holds: HoldCause, seconds: number): Verdict => ({ then: 'retry', scope: 'message', seconds, holds })

export type Rule = { title: string; verdict: Verdict }
export type RuleFor = (code: number, subcode: number | null, transient: boolean) => Rule

/** One of Meta's products as its errors name it: `code` begins the stable codes (`messenger.190`), `name` is what people read. */
export type GraphVendor = { code: string; name: string }

export type GraphError = { code: number | null; verdict: Verdict; shown: MessageError }

/** Reads error objects as they come in answers (`error`) and in webhooks (`errors[]`). Codes may be strings. Total on anything. */
export const graphErrorReader =
  (vendor: GraphVendor, ruleFor: RuleFor) =>
  (error: Json): GraphError => {
    const code = number(error['code'])
    // Meta's own word for "try again"; it counts for codes that no table knows.
    const transient = error['is_transient'] === true
    const known = code === null ? { title: `${vendor.name} gave no reason`, verdict: fail } : ruleFor(code, number(error['error_subcode']), transient)
    const detail =
      words(record(error['error_data'])['details'], 500) ?? words(error['error_user_msg'], 500) ?? words(error['message'], 500) ?? words(error['title'], 500)
    const shown = {
      code: `${vendor.code}.${code ?? 'unknown'}`,
      title: known.title,
      ...(detail !== undefined && { detail }),
      retryable: known.verdict.then === 'retry',
    }
    return { code, verdict: known.verdict, shown }
  }
