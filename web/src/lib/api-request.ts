type Values = Record<string, unknown>

/** `/api/conversations/:id` + `{id}` + `{limit, unread: undefined}` → `/api/conversations/0198…?limit=50`. Absent values are left out. */
export const urlOf = (path: string, params: Values = {}, query: Values = {}): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null) search.set(name, String(value))
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}
