export type FileRow = { id: string; name: string; mime: string; size: string; shared: boolean; created_by: string | null }

/** Where a file's bytes lie in the store: per tenant, per month, by its id. */
export const locationOf = (tenantId: string, id: string, at: Date): string => `${tenantId}/${at.toISOString().slice(0, 7)}/${id}`

/** The queue of what is made of files, and its jobs: the bytes of a derived file, and what looking into one tells. */
export const queue = 'files'
export type FileJob = { make: string } | { look: string }
