import type { InstallationHealth } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import { nodeLockClass } from '#platform/lanes/node'
import { productVersion } from '#platform/product-version'

type Row = Omit<InstallationHealth, 'version' | 'uptimeSeconds'>

/** The state of the installation for its host, in one statement. */
export const readInstallation = async (database: Database, now: Date): Promise<InstallationHealth> => {
  const { rows } = await database.system.query<Row>(
    `select current_setting('server_version') as "databaseVersion", pg_database_size(current_database())::float8 as "databaseBytes",
      (select count(distinct objid)::int from pg_locks where locktype = 'advisory' and classid = $2 and granted
        and database = (select oid from pg_database where datname = current_database())) as nodes,
      (select count(*)::int from platform.job where run_at <= $1) as "waitingJobs",
      (select coalesce(greatest(0, extract(epoch from $1 - min(ready_at))), 0)::float8 from platform.lane where lease_until is null and ready_at <= $1) as "oldestJobSeconds",
      (select count(*)::int from platform.outbox where state = 'pending') as "waitingMessages",
      (select count(*)::int from platform.dead_letter) as "deadLetters",
      (select count(*)::int from channels.channel where deleted_at is null and state = 'connected') as "connectedChannels",
      (select count(*)::int from channels.channel where deleted_at is null and state in ('error', 'paused')) as "troubledChannels",
      (select count(*)::int from tenancy.tenant) as tenants`,
    [now, nodeLockClass],
  )
  return { ...rows[0]!, version: productVersion, uptimeSeconds: Math.round(process.uptime()) }
}
