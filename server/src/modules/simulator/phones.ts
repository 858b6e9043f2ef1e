import { wordsOf, type MessageContent, type Page, type PhoneLanguage, type SimulatedPhone } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { likelyLanguage, personOf } from './domain/person.ts'
import type { SimulatorPorts } from './ports.ts'
import { screenChanged } from './store.ts'

/** What the network still holds back for a phone that is off is neither shown nor counted. */
type Row = {
  phone: string
  name: string
  language: PhoneLanguage | null
  aheadSeconds: number
  content: MessageContent | null
  deleted: boolean
  at: Date | null
  unread: number
}

const selection = `select p.phone, p.name, p.language, p.ahead_seconds as "aheadSeconds", last.content, last.deleted_at is not null as deleted, last.at,
    (select count(*) from simulator.screen s
     where s.tenant_id = p.tenant_id and s.channel_id = p.channel_id and s.phone = p.phone and s.direction = 'in' and s.status = 'delivered') as unread
  from simulator.phone p
  left join lateral (
    select content, deleted_at, at from simulator.screen s
    where s.tenant_id = p.tenant_id and s.channel_id = p.channel_id and s.phone = p.phone and not (direction = 'in' and status = 'sent')
    order by position desc limit 1) last on true
  where p.tenant_id = $1 and p.channel_id = $2`

const shown = ({ phone, name, language, aheadSeconds, content, deleted, at, unread }: Row): SimulatedPhone => ({
  phone,
  name,
  language: language ?? likelyLanguage(phone),
  aheadSeconds,
  unread,
  lastMessage: content && (deleted ? '' : wordsOf(content)),
  lastType: content && (deleted ? 'deleted' : content.type),
  lastAt: at?.toISOString() ?? null,
})

/** The simulated customers in the order of their numbers; `cursor` is the last number seen. */
export const listPhones = async (
  tx: Tx,
  channelId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<SimulatedPhone>> => {
  const { rows } = await tx.query<Row>(`${selection} and ($3::text is null or p.phone > $3) order by p.phone limit $4`, [
    tx.tenantId,
    channelId,
    cursor ?? null,
    limit + 1,
  ])
  const items = rows.slice(0, limit).map(shown)
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.phone : null }
}

/** Fails with `absent` when nobody has this phone. */
export const readPhone = async (tx: Tx, channelId: string, phone: string): Promise<SimulatedPhone> => {
  const { rows } = await tx.query<Row>(`${selection} and p.phone = $3`, [tx.tenantId, channelId, phone])
  if (!rows[0]) throw absent('phone')
  return shown(rows[0])
}

type NewPhone = { name: string; phone?: string | undefined; language?: PhoneLanguage | undefined }

/** One more customer, with an invented number unless one is given. Fails with `simulator.phone_exists`. */
export const addPhone = async (ports: SimulatorPorts, tx: Tx, channelId: string, { name, phone, language }: NewPhone): Promise<SimulatedPhone> => {
  const numbers = phone ? [numberIn(phone)] : Array.from({ length: 5 }, () => inventNumber(ports.random))
  for (const number of numbers) {
    if (!(await insertPhone(tx, channelId, { phone: number, name, language: language ?? null, at: ports.clock.now() }))) continue
    screenChanged(tx, channelId, number)
    return readPhone(tx, channelId, number)
  }
  throw new Failure('conflict', 'simulator.phone_exists', 'There is a customer with this number.')
}

const numberIn = (phone: string): string => {
  const person = personOf({ phone })
  if (person) return person.key
  throw new Failure('invalid', 'invalid', 'Not a telephone number.', { errors: [{ path: 'phone', code: 'custom', message: '3 to 20 digits.' }] })
}

/** A mobile number of Buenos Aires. */
const inventNumber = (random: () => number): string => `54911${String(Math.floor(20_000_000 + random() * 49_999_999))}`

type StoredPhone = { phone: string; name: string; language: PhoneLanguage | null; at: Date }

const insertPhone = async (tx: Tx, channelId: string, { phone, name, language, at }: StoredPhone): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `insert into simulator.phone (tenant_id, channel_id, phone, name, language, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.tenantId, channelId, phone, name, language, at],
  )
  return rowCount === 1
}

const demoPhones = [
  { phone: '5491123456789', name: 'María Fernanda Ríos' },
  { phone: '5493516701234', name: 'Jorge Quispe' },
  { phone: '5511987654321', name: 'Ana Beatriz Souza' },
]

/** Three customers to play with. */
export const addDemoPhones =
  (ports: Pick<SimulatorPorts, 'clock'>) =>
  async (tx: Tx, channelId: string): Promise<void> => {
    for (const phone of demoPhones) await insertPhone(tx, channelId, { ...phone, language: null, at: ports.clock.now() })
  }
