import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { largestPhoto, photoKind } from '../domain/photo.ts'
import type { IdentityPorts } from '../ports.ts'
import { replacePhoto } from '../store/photos.ts'
import { memberChanged } from './member-changed.ts'

/** Minutes that an address of a photo works at least: pages stay open for long, and a face that is missing shows initials. */
const addressMinutes = 24 * 60

/** Where the browser finds a photo; null for whoever shows none. */
export const photoUrl = (ports: Pick<IdentityPorts, 'fileUrl'>, tenantId: string, fileId: string | null): string | null =>
  fileId && ports.fileUrl(tenantId, fileId, addressMinutes)

const refusePhoto = (bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' => {
  if (bytes.byteLength > largestPhoto) throw new Failure('too_large', 'photo.too_large', 'A photo may have at most 2 MB.')
  const kind = photoKind(bytes)
  if (!kind) throw new Failure('invalid', 'photo.kind', 'A photo is a JPEG, PNG or WebP file.')
  return kind
}

const exchange = async (tx: Tx, ports: IdentityPorts, userId: string, fileId: string | null): Promise<string | null> => {
  const before = await replacePhoto(tx, userId, fileId)
  // It is whoever shows it who saw it, not whoever takes them out.
  if (before) await tx.beyondReach(() => ports.removeFile(tx, before))
  return before
}

const recordPhoto = (tx: Tx, userId: string, before: string | null, after: string | null): void =>
  tx.record({ subject: { kind: 'user', id: userId }, before: { photo: before }, after: { photo: after } })

/** Shows a picture of the acting person in this tenant, in place of an earlier one, which is deleted. */
export const setPhoto =
  (ports: IdentityPorts) =>
  async ({ userId, tenantId }: { userId: string; tenantId: string | null }, bytes: Uint8Array): Promise<{ photoUrl: string }> => {
    if (!tenantId) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
    const mime = refusePhoto(bytes)
    const file = { bytes, mime, name: `photo.${mime.slice('image/'.length)}`, userId }
    const { id } = await ports.keepFile(tenantId, file, async (tx, fileId) => {
      recordPhoto(tx, userId, await exchange(tx, ports, userId, fileId), fileId)
      memberChanged(tx, ports, userId)
    })
    return { photoUrl: photoUrl(ports, tenantId, id)! }
  }

/** Shows no picture of the acting person any more; an earlier one is deleted. */
export const removeOwnPhoto =
  (ports: IdentityPorts) =>
  async (tx: Tx, userId: string): Promise<void> =>
    recordPhoto(tx, userId, await removePhoto(ports)(tx, userId), null)

/** The same for whoever goes; its id, if there was one. */
export const removePhoto =
  (ports: IdentityPorts) =>
  async (tx: Tx, userId: string): Promise<string | null> => {
    const before = await exchange(tx, ports, userId, null)
    memberChanged(tx, ports, userId)
    return before
  }
