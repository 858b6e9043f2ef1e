import { cut } from '../../engine/cut.ts'
import type { Value } from '../../engine/run-state.ts'
import { longestValue } from '../../engine/run-state.ts'
import type { CallRequest } from './request.ts'
import { asValue, at, readPath } from './path.ts'

/**
 * Why a call did not go well. `status`: it answered with another status than wanted; `answer`: what it answered cannot be read; `timeout`: no answer in
 * time; `lost`: it may have arrived, the answer did not; `unreachable`: nobody was there; `blocked`: it may not be called; `paused`: it failed so often
 * that it is left alone for a while; `secret`: a secret is missing; the rest: the request cannot be made of these values.
 */
export const callErrors = ['status', 'answer', 'timeout', 'lost', 'unreachable', 'blocked', 'paused', 'secret', 'address', 'header', 'body', 'size'] as const
export type CallError = (typeof callErrors)[number]

/** What a call brings back to its step. `values`: null for what the answer does not have. */
export type CallResult = { status: number | null; error: CallError | null; values: Record<string, Value | null> }

const wanted = ({ success }: Pick<CallRequest, 'success'>, status: number): boolean =>
  success.length === 0 ? status >= 200 && status <= 299 : success.includes(status)

/** What an answer means for the step that asked. Values are taken also where the status says no, so that the error branch can tell why. */
export const readAnswer = (request: Pick<CallRequest, 'success' | 'save'>, { status, body }: { status: number; body: string }): CallResult => {
  const isWanted = wanted(request, status)
  const parsed = parse(body)
  const paths = request.save.map(({ path, variable }) => ({ variable, steps: readPath(path) }))
  const needsJson = paths.some(({ steps }) => steps !== null && steps.length > 0)
  const values = Object.fromEntries(
    paths.map(({ variable, steps }) => {
      const value = steps === null ? null : asValue(steps.length === 0 && !parsed.ok ? body : at(parsed.value, steps))
      return [variable, typeof value === 'string' ? cut(value, longestValue) : value]
    }),
  )
  return { status, error: isWanted ? (needsJson && !parsed.ok ? 'answer' : null) : 'status', values }
}

/** Whole numbers beyond what a number holds exactly (ids of many systems) stay the digits that were sent. */
const exactly = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '') ? context!.source : value

const parse = (body: string): { ok: boolean; value: unknown } => {
  try {
    return { ok: true, value: JSON.parse(body, exactly) }
  } catch {
    return { ok: false, value: undefined }
  }
}

export const failed = (error: CallError, status: number | null = null): CallResult => ({ status, error, values: {} })

/** A result that came from outside of the engine; anything else counts as lost. */
export const readResult = (result: unknown): CallResult => {
  if (typeof result !== 'object' || result === null) return failed('lost')
  const { status, error, values } = result as Partial<Record<keyof CallResult, unknown>>
  const known = callErrors.find((code) => code === error) ?? null
  return {
    status: typeof status === 'number' ? status : null,
    error: error === null ? null : (known ?? 'lost'),
    values: typeof values === 'object' && values !== null ? Object.fromEntries(Object.entries(values).filter(isValue)) : {},
  }
}

const isValue = (entry: [string, unknown]): entry is [string, Value | null] => entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1])
