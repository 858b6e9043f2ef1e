import type { AuditRecord } from '@chasqui/contracts'

export type Change = { name: string; before: unknown; after: unknown }

/** What became different, field by field. */
export const changesOf = ({ before, after }: Pick<AuditRecord, 'before' | 'after'>): Change[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((name) => ({ name, before: before?.[name], after: after?.[name] }))
