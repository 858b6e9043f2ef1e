import { makeFile, notMade } from './derive.ts'
import type { FilesPorts } from './ports.ts'

export type Located = {
  mime: string
  name: string
  location: string
  state: string
  failure: string | null
  size: number
  sha256: string
  thumbnail: string | null
}

const locatedText = `select name, mime, location, state, failure, size::float8 as size, encode(sha256, 'hex') as sha256, thumbnail_location as thumbnail
  from files.file where tenant_id = $1 and id = $2`

/** Where a tenant's file lies, made now when it is not there yet; null when the tenant has none with this id. */
export const locateFile = async (ports: FilesPorts, tenantId: string, id: string): Promise<Located | null> => {
  const look = async () => (await ports.database.inTenant(tenantId, (tx) => tx.query<Located>(locatedText, [tenantId, id]))).rows[0] ?? null
  const found = await look()
  if (found?.state !== 'making') return found
  await makeFile(ports, tenantId, id)
  return look()
}

/** The bytes of a tenant's file; null when it has none with this id. Throws when it could not be made of another one. */
export const readFile = async (ports: FilesPorts, tenantId: string, id: string): Promise<{ bytes: Uint8Array; mime: string; name: string } | null> => {
  const file = await locateFile(ports, tenantId, id)
  if (file?.state === 'failed') throw notMade(file.failure)
  const bytes = file && (await ports.store.get(file.location))
  return file && bytes ? { bytes, mime: file.mime, name: file.name } : null
}
