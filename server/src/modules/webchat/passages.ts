import type { Passage } from '@chasqui/contracts'
import { hashToken, newCode } from '#platform/crypto/tokens'
import type { Tx } from '#platform/database/transaction'
import type { WebchatPorts } from './ports.ts'
import type { Place } from './store.ts'

/** Minutes that a code is good for, and days after which it is forgotten that there was one. */
const goodFor = 60
const keptDays = 1

type To = { channelId: string; number: string }

/** A code for a visitor to go on with on another channel. */
export const openPassage = async (ports: Pick<WebchatPorts, 'now'>, tx: Tx, { channelId, visitorId }: Place, to: To): Promise<Passage> => {
  // 77 bits: guessing is hopeless at any rate of messages.
  const code = `${newCode()}-${newCode()}`
  const until = new Date(ports.now().getTime() + goodFor * 60_000)
  await tx.query('insert into webchat.passage (tenant_id, code_hash, channel_id, visitor_id, to_channel_id, expires_at) values ($1, $2, $3, $4, $5, $6)', [
    tx.tenantId,
    hashToken(code),
    channelId,
    visitorId,
    to.channelId,
    until,
  ])
  return { number: to.number, code, until: until.toISOString() }
}

/** Whose code came in on a channel, by its hash: once, before its end, and on the channel that it was made for. Null else. */
export const usePassage = async (ports: Pick<WebchatPorts, 'now'>, tx: Tx, toChannelId: string, codeHash: Buffer): Promise<Place | null> => {
  const { rows } = await tx.query<Place>(
    `update webchat.passage set used_at = $4 where tenant_id = $1 and code_hash = $2 and to_channel_id = $3 and used_at is null and expires_at > $4
     returning channel_id as "channelId", visitor_id as "visitorId"`,
    [tx.tenantId, codeHash, toChannelId, ports.now()],
  )
  return rows[0] ?? null
}

export const forgetPassages = async (tx: Tx, now: Date): Promise<void> => {
  await tx.query('delete from webchat.passage where tenant_id = $1 and expires_at < $2', [tx.tenantId, new Date(now.getTime() - keptDays * 86_400_000)])
}
