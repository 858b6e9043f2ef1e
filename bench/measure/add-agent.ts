import { randomUUID } from 'node:crypto'
import { attachEmbedded } from '../../server/src/platform/database/embedded/start-embedded.ts'
import { withConnection } from '../../server/src/platform/database/embedded/server-address.ts'
import { hashPassword } from '../../server/src/platform/crypto/password.ts'

export const agent = { email: 'agent@bench.example', password: 'tambo-quipu-7-prove-it' }

/** Somebody in the demo tenant who sees nothing but their own conversations: every tenth of those that are there. */
export const addAgent = async (dataDir: string): Promise<void> => {
  const embedded = attachEmbedded(dataDir)
  if (!embedded) throw new Error('no embedded database runs on the data folder')
  const [role, user] = [randomUUID(), randomUUID()]
  const hash = await hashPassword(agent.password)
  await withConnection(embedded.adminUrl, async (client) => {
    const { rows } = await client.query<{ tenant_id: string }>('select tenant_id from tenancy.tenant where is_demo limit 1')
    const tenantId = rows[0]!.tenant_id
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into identity.role (tenant_id, id, name, description, permissions, reach, created_at, updated_at) values ($1, $2, 'Own alone', '', array['conversations.read'], 'own', now(), now())`,
      [tenantId, role],
    )
    await client.query(`insert into identity."user" (id, email, name, password_hash, created_at, updated_at) values ($1, $2, 'Ana', $3, now(), now())`, [
      user,
      agent.email,
      hash,
    ])
    await client.query('insert into identity.membership (tenant_id, user_id, role, created_at) values ($1, $2, $3, now())', [tenantId, user, role])
    await client.query(
      `update conversations.conversation c set assignee_id = $2, state = case when state = 'closed' then state else 'active' end
       from (select id, row_number() over (order by id) as place from conversations.conversation where tenant_id = $1) numbered
       where c.tenant_id = $1 and c.id = numbered.id and numbered.place % 10 = 0`,
      [tenantId, user],
    )
    await client.query('vacuum analyze conversations.conversation')
    await client.query('vacuum analyze conversations.message')
  })
}

/** So many people in the demo tenant who see all conversations. */
export const addAgents = async (dataDir: string, count: number): Promise<{ email: string; password: string }[]> => {
  const embedded = attachEmbedded(dataDir)
  if (!embedded) throw new Error('no embedded database runs on the data folder')
  const hash = await hashPassword(agent.password)
  const people = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), email: `agent-${index}@bench.example`, name: `Agente ${index}` }))
  await withConnection(embedded.adminUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `with home as (select tenant_id from tenancy.tenant where is_demo order by created_at limit 1),
         person as (select * from unnest($1::uuid[], $2::text[], $3::text[]) as input (id, email, name)),
         made as (insert into identity."user" (id, email, name, password_hash, created_at, updated_at) select id, email, name, $4, now(), now() from person returning id)
       insert into identity.membership (tenant_id, user_id, role, created_at) select tenant_id, made.id, 'supervisor', now() from home cross join made`,
      [people.map(({ id }) => id), people.map(({ email }) => email), people.map(({ name }) => name), hash],
    )
  })
  return people.map(({ email }) => ({ email, password: agent.password }))
}
