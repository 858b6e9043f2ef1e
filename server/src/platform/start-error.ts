/** What a person reads when the product cannot start. One exit code per cause, so that scripts can tell them apart. */
export const exitCode = { configuration: 1, port: 2, database: 3, migration: 4, disk: 5 } as const
export type StartFailure = keyof typeof exitCode

/** A start that failed for a foreseen reason: what failed, why, and what to do (a command to copy where there is one). */
export class StartError extends Error {
  readonly failure: StartFailure
  readonly what: string
  readonly why: string
  readonly todo: string
  constructor(failure: StartFailure, what: string, why: string, todo: string) {
    super(`${what} ${why}`)
    this.name = 'StartError'
    this.failure = failure
    this.what = what
    this.why = why
    this.todo = todo
  }
  get exitCode(): number {
    return exitCode[this.failure]
  }
}
