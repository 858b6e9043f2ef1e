/** Room for a numbering suffix below the 63 letters that a host name label may have. */
const longest = 48

/** A name as lower-case Latin letters, digits and single hyphens; `tenant` when nothing of it can be written so. */
export const slugOf = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, longest)
      .replace(/^-+|-+$/g, '') || 'tenant'
  )
}

/** Slugs to try in order: the name's own, numbered ones, and at last one with the end of the tenant's id, which is surely free. */
export const slugCandidates = (name: string, tenantId: string): string[] => {
  const base = slugOf(name)
  return [base, `${base}-2`, `${base}-3`, `${base}-4`, `${base}-${tenantId.slice(-8)}`]
}
