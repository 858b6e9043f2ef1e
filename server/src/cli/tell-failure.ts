import { Failure } from '../platform/failure.ts'
import { StartError } from '../platform/start-error.ts'
import type { Terminal } from './terminal.ts'

/** A wrong command line; told like a configuration failure. */
export const usageError = (why: string, todo: string): StartError => new StartError('configuration', 'Chasqui does not understand this command.', why, todo)

type Cause = { code?: string; message?: string }

const databaseCodes = /^(08|28|3D|57P|53)|^(ECONNREFUSED|ENOTFOUND|ECONNRESET|ETIMEDOUT|EAI_AGAIN)$/

/** Failures of the operating system and of PostgreSQL that a person can mend; anything else is a bug. */
const recognise = (error: Cause): StartError | null => {
  const { code = '', message = '' } = error
  if (code === 'ENOSPC' || code === '53100')
    return new StartError('disk', 'The disk is full.', `${message}.`, 'Free some space, or set DATA_DIR to a folder on another disk.')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new StartError(
      'disk',
      'A file cannot be written.',
      `${message}.`,
      'Give this user the rights on the data folder, or set DATA_DIR to another folder.',
    )
  // insufficient_privilege
  if (code === '42501')
    return new StartError(
      'database',
      'The database user may not make what Chasqui needs.',
      `${message}.`,
      'Give the user of DATABASE_URL the right CREATEROLE and its database, and let one user make and start the installation.',
    )
  if (databaseCodes.test(code))
    return new StartError(
      'database',
      'The database cannot be reached.',
      `${message || code}.`,
      'Check DATABASE_URL and that the server runs, then try "chasqui doctor".',
    )
  if (/^migration |^the database is newer|was changed after/.test(message))
    return new StartError(
      'migration',
      'The database could not be brought up to date.',
      `${message}.`,
      'Nothing of the failed step was kept. Start the version that ran before, or report this line.',
    )
  return null
}

/** A foreseen refusal of the product itself, for example an unknown e-mail address. */
const refusal = (error: unknown): StartError | null =>
  error instanceof Failure
    ? new StartError('configuration', 'The command was refused.', error.message, 'Correct the words after the command; --help shows them.')
    : null

/** An AggregateError (a name with two addresses) holds the reason inside. */
const causeOf = (error: unknown): Cause => (error instanceof AggregateError ? (error.errors[0] ?? error) : (error ?? {})) as Cause

const bug = (error: unknown): StartError =>
  new StartError(
    'configuration',
    'Chasqui ended by a mistake of its own.',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    'Please report it with these lines.',
  )

/** Three lines on a failure: what failed, why, what to do. Returns the exit code. */
export const tellFailure = (error: unknown, terminal: Terminal, writeError: (text: string) => void): number => {
  const failure = error instanceof StartError ? error : (refusal(error) ?? recognise(causeOf(error)) ?? bug(error))
  const { what, why, todo, exitCode } = failure
  terminal.event({ event: 'failed', failure: failure.failure, exitCode, what, why, todo })
  if (!terminal.json) writeError(`\n  xx  ${what}\n      ${why}\n      ${todo}\n`)
  return exitCode
}
