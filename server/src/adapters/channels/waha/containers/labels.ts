import { createHash } from 'node:crypto'
import { list, record, text, type Json } from '#platform/foreign-json/loose-json'

/** Whom a container is for: one channel, or all of an organisation that share one. */
export type Owner = { tenantId: string; channelId: string; shared: boolean }

export const installationLabel = 'chasqui.installation'
export const tenantLabel = 'chasqui.tenant'
const channelLabel = 'chasqui.channel'
const sharedLabel = 'chasqui.shared'

export const labelsOf = (installation: string, { tenantId, channelId, shared }: Owner): Record<string, string> => ({
  [installationLabel]: installation,
  [tenantLabel]: tenantId,
  ...(shared ? { [sharedLabel]: tenantId } : { [channelLabel]: channelId }),
})

/** What finds a container again, whatever it is called. */
export const filtersOf = (labels: Record<string, string>): string =>
  JSON.stringify({ label: Object.entries(labels).map(([name, value]) => `${name}=${value}`) })

/** Container, network and volume of an owner have one name; a container whose name is taken gets the next. */
export const nameOf = (installation: string, { tenantId, channelId, shared }: Owner): string =>
  `chasqui-waha-${createHash('sha256')
    .update(`${installation} ${shared ? `shared ${tenantId}` : channelId}`)
    .digest('hex')
    .slice(0, 16)}`

/** A container of ours as the Engine lists it. */
export type Listed = { id: string; names: string[]; image: string; state: string; created: number; port: number | null; owner: Owner | null }

export const listedIn = (item: Json): Listed => {
  const labels = record(item['Labels'])
  const [tenantId, channelId, shared] = [text(labels[tenantLabel]), text(labels[channelLabel]), text(labels[sharedLabel])]
  const port = list(item['Ports']).map(record).find(({ PublicPort }) => typeof PublicPort === 'number')?.['PublicPort'] // prettier-ignore
  return {
    id: text(item['Id']),
    names: list(item['Names']).map((name) => text(name).replace(/^\//, '')),
    image: text(item['Image']),
    state: text(item['State']),
    created: Number(item['Created']) || 0,
    port: typeof port === 'number' ? port : null,
    owner: channelId || shared ? { tenantId, channelId, shared: shared !== '' } : null,
  }
}
