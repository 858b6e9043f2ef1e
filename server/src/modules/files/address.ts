import type { FilesPorts } from './ports.ts'

/** How long a signed address works. Screens get a fresh one with every message they read. */
const addressMinutes = 60

type Signing = Pick<FilesPorts, 'now' | 'sign'>

const addressOf = (ports: Signing, id: string, signed: string, minutes: number): string => {
  // Rounded up to the hour, so that browsers can cache what they have seen.
  const until = new Date(Math.ceil((ports.now().getTime() + minutes * 60_000) / 3_600_000) * 3_600_000)
  return `/api/files/${id}/content?t=${encodeURIComponent(ports.sign(signed, until))}`
}

/** In a signed address: pages of whatever site may show the file. */
export const anywhere = 'anywhere'

/** The signed address of a tenant's file; with `small` that of its small picture. */
export const fileUrl = (ports: Signing, tenantId: string, id: string, minutes = addressMinutes): string => addressOf(ports, id, `${tenantId} ${id}`, minutes)

/** The same for pages of other sites: browsers let them show it. */
export const foreignFileUrl = (ports: Signing, tenantId: string, id: string): string => addressOf(ports, id, `${tenantId} ${id} ${anywhere}`, addressMinutes)

export const thumbnailUrl = (ports: Signing, tenantId: string, id: string): string => `${fileUrl(ports, tenantId, id)}&small=1`
