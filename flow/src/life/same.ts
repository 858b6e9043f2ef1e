/** Whether two JSON values say the same; the order of keys does not count, and a key without a value is as good as none. */
export const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>]
  if (Array.isArray(one) && one.length !== (other as unknown[]).length) return false
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].every((key) => same(mine[key], theirs[key]))
}
