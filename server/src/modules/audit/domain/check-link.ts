/** One record as it stands, with the hash that its columns give now. Hashes in hex. */
export type Link = { seq: number; previousHash: string; hash: string; computed: string }
/** Where a chain stands: the last record checked, or the anchor before the first. */
export type End = { seq: number; hash: string }
export type Break = { seq: number; why: 'changed' | 'missing' | 'unlinked' | 'beyond' | 'inserted' }

/** The first thing that is wrong with the record after `end`; null when it goes on from there. */
export const checkLink = (end: End, link: Link): Break | null => {
  if (link.seq <= end.seq) return { seq: link.seq, why: 'inserted' }
  if (link.seq > end.seq + 1) return { seq: end.seq + 1, why: 'missing' }
  if (link.hash !== link.computed) return { seq: link.seq, why: 'changed' }
  return link.previousHash === end.hash ? null : { seq: link.seq, why: 'unlinked' }
}

/** Whether the chain ends where its head says: records cut off at the end leave no gap behind them. */
export const checkEnd = (end: End, head: End | null): Break | null => {
  if (!head) return end.seq === 0 ? null : { seq: end.seq, why: 'beyond' }
  if (end.seq < head.seq) return { seq: end.seq + 1, why: 'missing' }
  if (end.seq > head.seq) return { seq: head.seq + 1, why: 'beyond' }
  return end.hash === head.hash ? null : { seq: end.seq, why: 'unlinked' }
}

/** Records that retention removed are vouched for by a record in the chain: an anchor without one covers what somebody took out. */
export const checkAnchor = (anchor: (End & { vouched: boolean }) | null): Break | null =>
  anchor === null || anchor.vouched ? null : { seq: anchor.seq, why: 'missing' }
