import { useNavigate, useParams, useSearch } from '@tanstack/react-router'

/** What the address of the page says. Unknown parts are ignored. */
export type AuditSearch = { tab?: 'suspicious'; q?: string; action?: string; result?: 'done' | 'refused'; actorId?: string; from?: string; to?: string }

const words = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined)
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)

const present = (search: { [Name in keyof AuditSearch]: AuditSearch[Name] | undefined }): AuditSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))

export const auditSearchOf = (search: Record<string, unknown>): AuditSearch =>
  present({
    tab: search.tab === 'suspicious' ? 'suspicious' : undefined,
    q: words(search.q),
    action: words(search.action),
    result: search.result === 'done' || search.result === 'refused' ? search.result : undefined,
    actorId: words(search.actorId),
    from: day(search.from),
    to: day(search.to),
  })

/** The address and the way to change parts of it; `undefined` removes one. */
export const useAuditSearch = () => {
  const given: Record<string, unknown> = useSearch({ strict: false })
  const { tenant = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const search = auditSearchOf(given)
  const change = (parts: { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }) =>
    void navigate({ to: '/a/$tenant/audit', params: { tenant }, search: present({ ...search, ...parts }), replace: true })
  return { search, change }
}

const dayMilliseconds = 86_400_000

/** The part that the server filters by. Days are whole ones of this browser. */
export const filterOf = ({ q, action, result, actorId, from, to }: AuditSearch) => ({
  ...(q && { q }),
  ...(action && { action }),
  ...(result && { result }),
  ...(actorId && { actorId }),
  ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
  ...(to && { to: new Date(new Date(`${to}T00:00`).getTime() + dayMilliseconds).toISOString() }),
})
