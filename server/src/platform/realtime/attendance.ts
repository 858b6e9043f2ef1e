/** Who has at least one page open on this node: tells of the first that opens and of the last that closes. Keys are `tenant user`. */
export const createAttendance = (told: { first: (tenantId: string, userId: string) => void; last: (tenantId: string, userId: string) => void }) => {
  const pages = new Map<string, number>()
  return {
    has: (key: string): boolean => pages.has(key),
    come: ({ tenantId, userId }: { tenantId: string; userId: string }): void => {
      const count = (pages.get(`${tenantId} ${userId}`) ?? 0) + 1
      pages.set(`${tenantId} ${userId}`, count)
      if (count === 1) told.first(tenantId, userId)
    },
    go: ({ tenantId, userId }: { tenantId: string; userId: string }): void => {
      const count = (pages.get(`${tenantId} ${userId}`) ?? 1) - 1
      if (count > 0) return void pages.set(`${tenantId} ${userId}`, count)
      pages.delete(`${tenantId} ${userId}`)
      told.last(tenantId, userId)
    },
  }
}
