import { AsyncLocalStorage } from 'node:async_hooks'
import { pino } from 'pino'
import { tellError } from './log-error.ts'
import { rotatingFile } from './log-file.ts'
import { redact } from './log-redaction.ts'

/** Structured log of the product. Contacts appear by id only; secrets and personal addresses are cut out by name, as a second line. */
export type Log = Pick<pino.Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'> & { child(facts: Record<string, unknown>): Log }

/** Facts that every line written below an asynchronous call carries. */
export type LogContext = { requestId?: string; tenantId?: string; userId?: string; queue?: string }

const context = new AsyncLocalStorage<LogContext>()

/** Runs `work` so that its log lines carry `facts` in addition to those around it. */
export const withLogContext = <Result>(facts: LogContext, work: () => Result): Result => context.run({ ...context.getStore(), ...facts }, work)

export type LogOptions = {
  level: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
  /** Folder for `chasqui.log`; null writes to standard output. */
  folder: string | null
}

/** Opens the log. `flush` writes what is still buffered; call it before the process ends. */
export const createLog = ({ level, folder }: LogOptions): Log & { flush(): void } => {
  const destination = folder === null ? pino.destination({ dest: 1, sync: false }) : rotatingFile(folder)
  const log = pino(
    {
      level,
      base: null,
      mixin: () => context.getStore() ?? {},
      formatters: { log: (facts) => redact(facts) as Record<string, unknown> },
      serializers: { err: tellError, error: tellError },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  )
  return Object.assign(log, { flush: () => destination.flushSync() })
}

/** A log that says nothing, for tools and tests. */
export const silentLog = (): Log => pino({ level: 'silent' })
