import type { FileRef } from '@chasqui/contracts'
import type { AdapterIo } from '#channels'
import { failed, retryLater, type Trouble } from './trouble.ts'

export type StoredFile = { result: 'read'; bytes: Uint8Array<ArrayBuffer>; mime: string; name: string }

/**
 * The bytes of a file of ours, named as the message names it. One that is gone never comes back; a store that does not answer may. `vendor` begins the codes of
 * errors, but for a file that was to be made of another and cannot be: that has its own code, whatever the channel.
 */
export const readStored = async (vendor: string, file: FileRef, tenantId: string, io: Pick<AdapterIo, 'readFile'>): Promise<StoredFile | Trouble> => {
  const missing = failed(`${vendor}.file_missing`, 'The file is not in the file store')
  if (file.fileId === null) return missing
  try {
    const { bytes, mime, name } = await io.readFile(file.fileId, tenantId)
    return { result: 'read', bytes: new Uint8Array(bytes), mime, name: file.name ?? name }
  } catch (error) {
    const { kind, code, message } = error as { kind?: string; code?: string; message?: string }
    if (kind === 'invalid') return failed(code ?? 'file.not_convertible', message ?? 'The file cannot be converted')
    return kind === 'absent' ? missing : retryLater(`${vendor}.file_unreadable`, 'The file could not be read')
  }
}
