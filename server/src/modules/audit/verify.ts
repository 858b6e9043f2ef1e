import type { AuditVerdict } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { checkAnchor, checkEnd, checkLink, type Break, type End, type Link } from './domain/check-link.ts'

type Query = Pick<Tx, 'query' | 'tenantId'>
type Head = End & { chainedAt: Date }
const batch = 2000

const stateText = `select last_seq as seq, encode(last_hash, 'hex') as hash, chained_at as "chainedAt" from audit.head where tenant_id = $1`
const anchorText = `select a.seq, encode(a.hash, 'hex') as hash, exists (select 1 from audit.record r where r.tenant_id = a.tenant_id and r.action = 'audit.pruned'
    and r.actor_kind = 'system' and r.after ->> 'lastSeq' = a.seq::text and r.after ->> 'lastHash' = encode(a.hash, 'hex')) as vouched
  from audit.anchor a where a.tenant_id = $1 order by a.seq desc limit 1`
const linksText = `select r.seq, encode(r.previous_hash, 'hex') as "previousHash", encode(r.hash, 'hex') as hash, encode(audit.digest(r.previous_hash, r), 'hex') as computed
from audit.record r where r.tenant_id = $1 and r.seq > $2 order by r.seq limit $3`

const linksAfter = async (tx: Query, seq: number): Promise<Link[]> => (await tx.query<Link>(linksText, [tx.tenantId, seq, batch])).rows

/** Below everything: a record that somebody put before the first one is met, too. */
const lowest = -9_007_199_254_740_991

const walk = async (tx: Query, from: End): Promise<{ end: End; broken: Break | null }> => {
  let end = from
  for (let links = await linksAfter(tx, lowest); links.length > 0; links = await linksAfter(tx, end.seq)) {
    for (const link of links) {
      const broken = checkLink(end, link)
      if (broken) return { end, broken }
      end = link
    }
  }
  return { end, broken: null }
}

/** Recomputes the chain of the transaction's tenant from its anchor to its head. All of it in one snapshot, so that a growing chain is no broken one. */
export const verifyChain = async (tx: Query, now: Date): Promise<AuditVerdict> => {
  await tx.query('set transaction isolation level repeatable read')
  const [head] = (await tx.query<Head>(stateText, [tx.tenantId])).rows
  const [anchor] = (await tx.query<End & { vouched: boolean }>(anchorText, [tx.tenantId])).rows
  const from = anchor ?? { seq: 0, hash: '' }
  const { end, broken } = await walk(tx, from)
  const wrong = broken ?? checkEnd(end, head ?? null) ?? checkAnchor(anchor ?? null)
  return {
    whole: wrong === null,
    records: end.seq - from.seq,
    firstSeq: from.seq + 1,
    lastSeq: end.seq,
    chainedAt: head?.chainedAt.toISOString() ?? null,
    checkedAt: now.toISOString(),
    break: wrong,
  }
}
