import type { AdapterIo, MediaOutcome } from '#channels'
import { Failure } from '#platform/failure'
import { isId } from '#platform/ids'

/** The network's media ids are ids of the tenant's own files: what a phone sends was uploaded to the product before. */
export const fetchMedia = async (mediaId: string, tenantId: string, io: AdapterIo): Promise<MediaOutcome> => {
  if (!isId(mediaId)) return { result: 'gone', reason: 'Not an id of a file' }
  try {
    const { bytes, mime } = await io.readFile(mediaId, tenantId)
    return { result: 'fetched', media: { bytes, mime } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'The file could not be read'
    return { result: error instanceof Failure && error.kind === 'absent' ? 'gone' : 'retry', reason }
  }
}
