/** Foreseen outcomes, each with one HTTP status. Anything else that is thrown is a bug and becomes a 500 without detail. */
const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  malformed: 400,
  limited: 429,
  unavailable: 503,
} as const
export type FailureKind = keyof typeof statusOf
export type FieldError = { path: string; code: string; message: string }

/**
 * A foreseen failure. `code` is stable (`module.what`), `message` is for people, `retryAfter` is in seconds.
 * Foreign and absent things fail alike: `absent`.
 */
export class Failure extends Error {
  readonly kind: FailureKind
  readonly code: string
  readonly status: number
  readonly errors: FieldError[] | undefined
  readonly retryAfter: number | undefined
  constructor(kind: FailureKind, code: string, message: string, more: { errors?: FieldError[]; retryAfter?: number } = {}) {
    super(message)
    this.name = 'Failure'
    this.kind = kind
    this.code = code
    this.status = statusOf[kind]
    this.errors = more.errors
    this.retryAfter = more.retryAfter
  }
}

export const absent = (what: string) => new Failure('absent', 'not_found', `No ${what} with this id.`)
