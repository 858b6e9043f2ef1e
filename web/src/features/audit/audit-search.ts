import { useNavigate, useSearch } from '@tanstack/react-router'

/** What the address of the page says. Unknown parts are ignored. */
export type AuditSearch = {
  tab?: 'suspicious'
  q?: string
  action?: string
  result?: 'done' | 'refused'
  actorId?: string
  subjectId?: string
  from?: string
  to?: string
}
export type AuditChange = { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }

const words = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined)
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined)

const present = (search: AuditChange): AuditSearch => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))

const auditSearchOf = (search: Record<string, unknown>): AuditSearch =>
  present({
    tab: search.tab === 'suspicious' ? 'suspicious' : undefined,
    q: words(search.q),
    action: words(search.action),
    result: search.result === 'done' || search.result === 'refused' ? search.result : undefined,
    actorId: words(search.actorId),
    subjectId: words(search.subjectId),
    from: day(search.from),
    to: day(search.to),
  })

/** The address and the way to change parts of it; `undefined` removes one. */
export const useAuditSearch = () => {
  const given: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const search = auditSearchOf(given)
  // From what the address says then, not when this was drawn: words arrive some moments after they were typed.
  const go = (next: (old: Record<string, unknown>) => AuditSearch) => void navigate({ to: '.', search: next as never, replace: true })
  return { search, change: (parts: AuditChange) => go((old) => present({ ...auditSearchOf(old), ...parts })), clear: () => go(() => ({})) }
}

const dayMilliseconds = 86_400_000

/** The part that the server filters by. Days are whole ones of this browser. */
export const filterOf = ({ q, action, result, actorId, subjectId, from, to }: AuditSearch) => ({
  ...(q && { q }),
  ...(action && { action }),
  ...(result && { result }),
  ...(actorId && { actorId }),
  ...(subjectId && { subjectId }),
  ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
  ...(to && { to: new Date(new Date(`${to}T00:00`).getTime() + dayMilliseconds).toISOString() }),
})

/** The day of an instant in this browser, as date fields write it. */
export const dayOf = (at: string): string => {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
