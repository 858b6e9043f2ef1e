import type { FilesPorts } from './ports.ts'

/** How long a signed address works. Screens get a fresh one with every message they read. */
const addressMinutes = 60

/** The signed address of a tenant's file; with `small` that of its small picture. */
export const fileUrl = (ports: Pick<FilesPorts, 'now' | 'sign'>, tenantId: string, id: string, minutes = addressMinutes): string => {
  // Rounded up to the hour, so that browsers can cache what they have seen.
  const until = new Date(Math.ceil((ports.now().getTime() + minutes * 60_000) / 3_600_000) * 3_600_000)
  return `/api/files/${id}/content?t=${encodeURIComponent(ports.sign(`${tenantId} ${id}`, until))}`
}

export const thumbnailUrl = (ports: Pick<FilesPorts, 'now' | 'sign'>, tenantId: string, id: string): string => `${fileUrl(ports, tenantId, id)}&small=1`
