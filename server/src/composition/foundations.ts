import { join } from 'node:path'
import { leaveActs } from '#audit'
import { systemClock, testClock } from '#platform/clock'
import { openDatabase } from '#platform/database/open'
import { createHints } from '#platform/events/hints'
import { createPeers } from '#platform/events/peers'
import { createHeldLanes } from '#platform/lanes/held'
import { createNode } from '#platform/lanes/node'
import { createLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import type { Config } from '../config.ts'
import { databaseSecretOf, prepareDatabase } from './prepare-database.ts'
import type { Work } from './work.ts'

/** What stands only later. */
type Later = { trailLeft(): void; work(): Pick<Work, 'nudge' | 'dispatcher'> | null }

/** What everything else stands on: log, time, hints, the database with its migrations run, this node among the others, and what those know. */
export const layFoundations = async (config: Config, adminUrl: string, { trailLeft, work }: Later) => {
  const log = createLog({ level: config.logLevel, folder: join(config.dataDir, 'logs') })
  const metrics = createMetrics()
  /** For tests: time that can be moved. */
  const movable = config.testClock ? testClock() : null
  const clock = movable ?? systemClock()
  const migrations = await prepareDatabase(config, adminUrl)

  let share: Parameters<typeof createHints>[0] = () => {}
  const hints = createHints((hint) => share!(hint))
  const database = await openDatabase({
    adminUrl,
    secret: databaseSecretOf(config),
    connections: config.databaseConnections,
    ports: { now: () => clock.now(), hints, trail: { leave: leaveActs, left: trailLeft } },
    onError: (error) => log.warn({ err: error }, 'database connection'),
  })
  const held = createHeldLanes()
  const node = createNode({
    database,
    log,
    held,
    hear: (hint) => {
      hints.hear(hint)
      peers.hear(hint)
    },
    onFreed: () => work()?.nudge(),
    onUncertain: async () => work()?.dispatcher.giveUpStranded(),
  })
  share = (hint) => node.share(hint)
  const peers = createPeers(node)
  return { log, metrics, movable, clock, migrations, hints, database, held, node, peers }
}
