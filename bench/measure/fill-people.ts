import { attachEmbedded } from '../../server/src/platform/database/embedded/start-embedded.ts'
import { withConnection } from '../../server/src/platform/database/embedded/server-address.ts'
import { hashPassword } from '../../server/src/platform/crypto/password.ts'

export const peoplePerTenant = 20
export const peoplesPassword = 'tambo-quipu-7-prove-it'
export const emailOf = (index: number): string => `person-${index}@bench.example`

/** People, files, days, events and limits for every tenant that is there: what the host's list counts for each of them. */
const statements = [
  `set session_replication_role = replica`,
  `set synchronous_commit = off`,
  `create temp table home as select tenant_id, (row_number() over (order by created_at, tenant_id))::int as place from tenancy.tenant`,
  `create temp table person as select gen_random_uuid() as id, tenant_id, (place - 1) * ${peoplePerTenant} + n as number from home cross join generate_series(1, ${peoplePerTenant}) n`,
  `insert into identity."user" (id, email, name, password_hash, created_at, updated_at) select id, 'person-' || number || '@bench.example', 'Persona ' || number, $1, now(), now() from person`,
  `insert into identity.membership (tenant_id, user_id, role, created_at) select tenant_id, id, (array['owner', 'supervisor', 'agent', 'agent', 'agent'])[1 + number % 5], now() from person`,
  `insert into files.file (tenant_id, id, name, mime, size, sha256, location, created_at) select tenant_id, gen_random_uuid(), 'foto.jpg', 'image/jpeg', 50000 + n * 100, ''::bytea, 'bench', now() from home cross join generate_series(1, 500) n`,
  `insert into analytics.day (tenant_id, day, measure, count) select tenant_id, current_date - d, measure, 40 + d from home cross join generate_series(0, 120) d cross join unnest(array['messages_in', 'messages_out', 'messages_out_flow', 'messages_out_agent', 'closed', 'closed_by_flow']) measure on conflict do nothing`,
  `insert into platform.event (tenant_id, seq, type, payload, occurred_at) select tenant_id, 1000000 + n, 'tenant.changed', '{}', now() - n * interval '1 minute' from home cross join generate_series(1, 1000) n`,
  `update tenancy.tenant set user_limit = 40, channel_limit = 5, message_limit = case when random() < 0.5 then 5000 end, storage_limit = 5000000000`,
  `insert into tenancy.message_month (tenant_id, month, sent) select tenant_id, date_trunc('month', now() at time zone time_zone)::date, 1200 from tenancy.tenant where message_limit is not null on conflict do nothing`,
  `analyze`,
]

/** Adds them to the database of a running product; tells how many people there are. All have one password, hashed once. */
export const fillPeople = async (dataDir: string): Promise<number> => {
  const embedded = attachEmbedded(dataDir)
  if (!embedded) throw new Error('no embedded database runs on the data folder')
  const hash = await hashPassword(peoplesPassword)
  return withConnection(embedded.adminUrl, async (client) => {
    for (const statement of statements) await client.query(statement, statement.includes('$1') ? [hash] : [])
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from person')
    return rows[0]!.count
  })
}
