import type { FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'

/**
 * The one file of a form, of at most `largest` bytes. The parser tells broken and truncated forms by plain errors; its own refusals (too large, too
 * many) carry a status.
 */
export const readOneFile = async (request: FastifyRequest, largest: number): Promise<{ bytes: Buffer; mime: string; name: string }> => {
  if (!request.isMultipart()) throw new Failure('invalid', 'file.multipart_needed', 'Send the file as multipart/form-data in the field "file".')
  try {
    const part = await request.file({ limits: { fileSize: largest, files: 1, fields: 5 } })
    if (!part) throw new Failure('invalid', 'file.missing', 'The field "file" is missing.')
    return { bytes: await part.toBuffer(), mime: part.mimetype, name: part.filename }
  } catch (error) {
    if (error instanceof Failure || (error as { statusCode?: number }).statusCode) throw error
    throw new Failure('malformed', 'file.malformed', 'The form is broken or ends too early.')
  }
}
