import type { AuditVerdict } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { checkEnd, checkLink, type Break, type End, type Link } from './domain/check-link.ts'

type Query = Pick<Tx, 'query' | 'tenantId'>
type Head = { seq: string; hash: string; chainedAt: Date }
const batch = 2000

const stateText = `select last_seq as seq, encode(last_hash, 'hex') as hash, chained_at as "chainedAt" from audit.head where tenant_id = $1`
const anchorText = `select seq, encode(hash, 'hex') as hash from audit.anchor where tenant_id = $1 order by seq desc limit 1`
const linksText = `select r.seq, encode(r.previous_hash, 'hex') as "previousHash", encode(r.hash, 'hex') as hash, encode(audit.digest(r.previous_hash, r), 'hex') as computed
from audit.record r where r.tenant_id = $1 and r.seq > $2 order by r.seq limit $3`

const linksAfter = async (tx: Query, seq: number): Promise<Link[]> => {
  const { rows } = await tx.query<Omit<Link, 'seq'> & { seq: string }>(linksText, [tx.tenantId, seq, batch])
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

const walk = async (tx: Query, from: End): Promise<{ end: End; broken: Break | null }> => {
  let end = from
  for (let links = await linksAfter(tx, end.seq); links.length > 0; links = await linksAfter(tx, end.seq)) {
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
  const [anchor] = (await tx.query<{ seq: string; hash: string }>(anchorText, [tx.tenantId])).rows
  const from = anchor ? { seq: Number(anchor.seq), hash: anchor.hash } : { seq: 0, hash: '' }
  const { end, broken } = await walk(tx, from)
  const wrong = broken ?? checkEnd(end, head ? { seq: Number(head.seq), hash: head.hash } : null)
  return {
    whole: wrong === null,
    records: end.seq - from.seq,
    lastSeq: end.seq,
    chainedAt: head?.chainedAt.toISOString() ?? null,
    checkedAt: now.toISOString(),
    break: wrong,
  }
}
