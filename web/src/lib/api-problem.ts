import type { Problem } from '@chasqui/contracts'

/**
 * A refused or failed request. `code` is the server's stable problem code, or `offline` (no answer), `unreadable` (an answer that is not ours).
 * `requestId` is what support asks for. `fieldErrors` maps a form field's path (`email`, `settings.token`) to the server's code for it.
 */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | null
  readonly requestId: string | null
  readonly fieldErrors: Readonly<Record<string, string>>
  /** Seconds to wait before trying again, when the server said so. */
  readonly retryAfter: number | null

  constructor(problem: Partial<Problem> & { status: number; code: string }, retryAfter: number | null = null) {
    super(problem.title ?? problem.code)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail ?? null
    this.requestId = problem.requestId ?? null
    this.fieldErrors = Object.fromEntries((problem.errors ?? []).map((error) => [error.path.replace(/^body\./, ''), error.code]))
    this.retryAfter = retryAfter
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem => error instanceof ApiProblem && (code === undefined || error.code === code)

/** Whether trying the same request again may help: no answer, overload, or a fault of the server. */
export const mayPass = (error: unknown) => error instanceof ApiProblem && (error.code === 'offline' || error.status === 429 || error.status >= 500)

/** `Retry-After` in seconds, from either of its two forms. */
export const retryAfterSeconds = (header: string | null, now: number): number | null => {
  if (!header) return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}

/** The problem that an unsuccessful answer carries, whatever its body turns out to be. */
export const problemOf = async (answer: Response): Promise<ApiProblem> => {
  const retryAfter = retryAfterSeconds(answer.headers.get('retry-after'), Date.now())
  const requestId = answer.headers.get('x-request-id') ?? undefined
  try {
    const body = (await answer.json()) as Partial<Problem>
    return new ApiProblem({ requestId, code: 'unreadable', ...body, status: answer.status }, retryAfter)
  } catch {
    return new ApiProblem({ status: answer.status, code: 'unreadable', requestId }, retryAfter)
  }
}
