import { attachEmbedded } from '../../server/src/platform/database/embedded/start-embedded.ts'
import { withConnection } from '../../server/src/platform/database/embedded/server-address.ts'
import { knownWordsSql } from './known-words.ts'
import { phrases } from './phrases.ts'

const phraseCount = 20_000
const daysBack = 180

/** `ownShare` is what the largest tenant has of everything; without it the sizes fall off evenly. */
export type Size = { messages: number; conversations: number; tenants: number; ownShare?: number }
export type Filled = Size & { ownMessages: number; ownConversations: number }

/** Ids that sort by time, as the product's do: milliseconds first, then a number. */
const idAt = (at: string, number: string) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7000' || '8' || lpad(to_hex(${number}), 15, '0'))::uuid`

/** Share of a tenant by its rank, 1/rank of the largest unless that has a share of its own; the product's own demo tenant is the largest. */
const placesText = ({ tenants, ownShare }: Size) => `create temp table place as
with ranked as (select rank, ${ownShare === undefined ? '1.0 / rank' : `case when rank = 1 then ${ownShare} else ${1 - ownShare} / rank / (select sum(1.0 / r) from generate_series(2, ${tenants}) r) end`} as weight from generate_series(1, ${tenants}) rank),
own as (select tenant_id from tenancy.tenant where is_demo limit 1)
select rank, case when rank = 1 then (select tenant_id from own) else gen_random_uuid() end as tenant_id, gen_random_uuid() as channel_id,
  (sum(weight) over (order by rank) - weight) / sum(weight) over () as from_share, sum(weight) over (order by rank) / sum(weight) over () as to_share from ranked`

const threadsText = ({ conversations }: Size) => `create temp table thread as
select i, p.tenant_id, p.channel_id, gen_random_uuid() as contact_id, gen_random_uuid() as identity_id, ${idAt(`now() - interval '${daysBack} days'`, 'i')} as id
from generate_series(1, ${conversations}) i join place p on (i * 7919 % ${conversations})::numeric / ${conversations} >= p.from_share and (i * 7919 % ${conversations})::numeric / ${conversations} < p.to_share`

const utterancesText = ({ messages, conversations }: Size) => `create temp table utterance as
select n, thread, at, row_number() over (partition by thread order by n) as seq,
  1 + hashint4(n) & ${phraseCount - 1} % ${phraseCount} as one, 1 + (hashint4(n + 1000003) & 2147483647) % ${phraseCount} as two, 1 + (hashint4(n + 2000003) & 2147483647) % ${phraseCount} as three
from (select n, 1 + (hashint4(n + 3000017) & 2147483647) % ${conversations} as thread, now() - (${messages} - n) * (interval '${daysBack} days' / ${messages}) as at from generate_series(1, ${messages}) n) told`

const statementsFor = (size: Size) => [
  `set session_replication_role = replica`,
  `set synchronous_commit = off`,
  `set work_mem = '256MB'`,
  `set maintenance_work_mem = '512MB'`,
  placesText(size),
  `insert into tenancy.tenant (tenant_id, name, slug, created_at, updated_at) select tenant_id, 'Tenant ' || rank, 'bench-' || rank, now(), now() from place where rank > 1`,
  `insert into channels.channel (tenant_id, id, kind, name, state, state_since, created_at, updated_at) select tenant_id, channel_id, 'simulator', 'Bench', 'connected', now(), now(), now() from place`,
  threadsText(size),
  `insert into contacts.contact (tenant_id, id, profile_name, phone, created_at, updated_at) select tenant_id, contact_id, 'Cliente ' || i, '+5731' || lpad(i::text, 8, '0'), now(), now() from thread`,
  `insert into contacts.identity (tenant_id, id, contact_id, channel_id, kind, value, created_at) select tenant_id, identity_id, contact_id, channel_id, 'phone', '5731' || lpad(i::text, 8, '0'), now() from thread`,
  utterancesText(size),
  `insert into conversations.message (tenant_id, id, conversation_id, channel_id, seq, direction, sender_kind, type, content, words, status, provider_message_id, created_at)
   select t.tenant_id, ${idAt('u.at', 'u.n')}, t.id, t.channel_id, u.seq, case when u.n % 2 = 0 then 'in' else 'out' end, case when u.n % 2 = 0 then 'contact' else 'flow' end, 'text',
     jsonb_build_object('type', 'text', 'text', said.words), said.words, case when u.n % 2 = 0 then 'received' else 'read' end, 'bench.' || u.n, u.at
   from utterance u join thread t on t.i = u.thread join phrase a on a.i = u.one join phrase b on b.i = u.two join phrase c on c.i = u.three cross join lateral (select a.words || ' ' || b.words || ' ' || c.words${knownWordsSql('u.n', size.messages)} as words) said order by u.n`,
  `insert into conversations.conversation (tenant_id, id, channel_id, contact_id, identity_id, state, floor, last_seq, unread, last_message, last_activity_at, closed_at, waiting_since, window_expires_at, created_at, updated_at)
   select t.tenant_id, t.id, t.channel_id, t.contact_id, t.identity_id, case when t.i % 3 = 0 then 'queued' else 'closed' end, 'nobody', l.seq, t.i % 4,
     jsonb_build_object('id', ${idAt('l.at', 'l.n')}, 'type', 'text', 'preview', 'hola', 'direction', 'in', 'senderKind', 'contact', 'status', 'received', 'at', l.at), l.at, case when t.i % 3 = 0 then null else l.at end, case when t.i % 3 = 0 then l.at end, l.at + interval '1 day', l.at, l.at
   from thread t join (select distinct on (thread) * from utterance order by thread, n desc) l on l.thread = t.i`,
]

/** Fills the database of a running product, as its owner (a million messages in about half a minute): the search index is built afterwards, as a restore would do it. */
export const fillMessages = (dataDir: string, size: Size): Promise<Filled> => {
  const embedded = attachEmbedded(dataDir)
  if (!embedded) throw new Error('no embedded database runs on the data folder')
  return withConnection(embedded.adminUrl, async (client) => {
    await client.query('create temp table phrase as select i::int, words from unnest($1::text[]) with ordinality as input (words, i)', [phrases(phraseCount)])
    const { rows } = await client.query<{ definition: string }>(`select pg_get_indexdef('conversations.message_search'::regclass) as definition`)
    await client.query('drop index conversations.message_search')
    for (const statement of statementsFor(size)) await client.query(statement)
    await client.query(rows[0]!.definition)
    await client.query('analyze conversations.message, conversations.conversation, contacts.contact, contacts.identity')
    const ownCount = async (table: string): Promise<number> => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from conversations.${table} c join place p on p.tenant_id = c.tenant_id and p.rank = 1`,
      )
      return rows[0]!.count
    }
    return { ...size, ownMessages: await ownCount('message'), ownConversations: await ownCount('conversation') }
  })
}
