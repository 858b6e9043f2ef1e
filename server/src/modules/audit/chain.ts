import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#platform/database/open'
import type { Log } from '#platform/log'

/** Gives what was left their places and hashes in the tenants' trails; a kill between commit and chaining leaves them to the next round, on any node. */
export type Chainer = {
  start(): void
  stop(): Promise<void>
  /** Acts were committed here. */ nudge(): void
  /** Chains what is committed by now. */ catchUp(): Promise<void>
}

export type ChainerPorts = { database: Pick<Database, 'system'>; log: Pick<Log, 'warn'>; grew(tenantId: string): void }

const batchSize = 500
/** One batch begins so long after the one before, so that a busy tenant costs few commits. Milliseconds. */
const spacing = 20
/** How long acts of a node that died between commit and chaining stay unchained at most. Milliseconds. */
const sweep = 500

export const createChainer = ({ database, log, grew }: ChainerPorts): Chainer => {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const chain = async (): Promise<void> => {
    do {
      again = false
      const { rows } = await database.system.query<{ tenant: string; moved: string }>('select tenant, moved from audit.chain($1)', [batchSize])
      for (const { tenant } of rows) grew(tenant)
      if (rows.reduce((sum, row) => sum + Number(row.moved), 0) >= batchSize) again = true
      else if (rows.length > 0) await pause(spacing)
    } while (again)
  }
  const run = (): Promise<void> => {
    again = true
    running ??= chain().finally(() => {
      running = null
    })
    return running
  }
  const quietly = () => {
    if (!stopped) void run().catch((error) => log.warn({ err: error }, 'acts not chained yet; trying again'))
  }
  return {
    start: () => {
      timer = setInterval(quietly, sweep)
      quietly()
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running?.catch(() => {})
    },
    nudge: quietly,
    catchUp: run,
  }
}
