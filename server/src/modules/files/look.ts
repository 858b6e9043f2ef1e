import { opened } from './opening.ts'
import type { Look, FilesPorts } from './ports.ts'

/** Larger files are not taken into memory for their sake: customers may send documents of 100 MB that say they are pictures. */
const largestLookedInto = 34_000_000

export type Looked = { id: string; look: Look; thumbnailLocation: string | null }

const wantedText = `select mime, location, size::float8 as size from files.file where tenant_id = $1 and id = $2 and state = 'stored' and looked_at is null`

/** Looks into a file and stores its small picture, outside of any transaction. What cannot be read has no look, which is no failure: it is only not shown. */
export const lookInto = async (ports: FilesPorts, tenantId: string, id: string): Promise<Looked | null> => {
  const { rows } = await ports.database.inTenant(tenantId, (tx) => tx.query<{ mime: string; location: string; size: number }>(wantedText, [tenantId, id]))
  const [file] = rows
  if (!file) return null
  const bytes = file.size <= largestLookedInto ? await ports.store.get(file.location) : null
  const look = bytes ? await opened(ports, tenantId, id, () => ports.converter.look(bytes, file.mime)).catch((): Look => ({})) : {}
  const thumbnailLocation = look.thumbnail ? `${file.location}.small` : null
  if (look.thumbnail && thumbnailLocation) await ports.store.put(thumbnailLocation, look.thumbnail)
  return { id, look, thumbnailLocation }
}

/** What the database takes of a number that a file says of itself. */
const whole = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) && value >= 0 && value < 2 ** 31 ? Math.round(value) : null

export const lookColumns = ({ look, thumbnailLocation }: Looked) => [
  whole(look.width),
  whole(look.height),
  look.seconds !== undefined && Number.isFinite(look.seconds) ? look.seconds : null,
  whole(look.pages),
  look.waveform ?? null,
  thumbnailLocation,
  look.thumbnail?.byteLength ?? null,
]
