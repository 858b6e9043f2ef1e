const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was changed of `base`: a form sends only this. */
export const changesOf = <Draft extends object>(base: Draft, draft: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(draft).filter(([key, value]) => !same(value, base[key as keyof Draft]))) as Partial<Draft>

/** The draft over what somebody else has stored meanwhile: one's own changes stay. */
export const rebased = <Draft extends object>(base: Draft, draft: Draft, stored: Draft): Draft => ({ ...stored, ...changesOf(base, draft) })
