import type { FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'

export type SentFile = { bytes: AsyncIterable<Uint8Array>; mime: string; name: string }

/** The parser tells broken and truncated forms by plain errors; its own refusals (too large, too many) carry a status. */
const refusal = (error: unknown): unknown =>
  error instanceof Failure || (error as { statusCode?: number }).statusCode
    ? error
    : new Failure('malformed', 'file.malformed', 'The form is broken or ends too early.')

/** The one file of a form, whose bytes are read as they are asked for. */
export const openOneFile = async (request: FastifyRequest, largest: number): Promise<SentFile> => {
  if (!request.isMultipart()) throw new Failure('invalid', 'file.multipart_needed', 'Send the file as multipart/form-data in the field "file".')
  try {
    const part = await request.file({ limits: { fileSize: largest, files: 1, fields: 5 } })
    if (!part) throw new Failure('invalid', 'file.missing', 'The field "file" is missing.')
    return { bytes: chunksOf(part.file), mime: part.mimetype, name: part.filename }
  } catch (error) {
    throw refusal(error)
  }
}

async function* chunksOf(stream: AsyncIterable<Uint8Array> & { truncated: boolean }): AsyncGenerator<Uint8Array> {
  let taken = 0
  try {
    for await (const chunk of stream) {
      taken += chunk.byteLength
      yield chunk
    }
  } catch (error) {
    throw refusal(error)
  }
  if (stream.truncated) throw new Failure('too_large', 'too_large', `The file is larger than allowed (${taken} bytes).`)
}

/** The same in one piece, for small ones. */
export const readOneFile = async (request: FastifyRequest, largest: number): Promise<{ bytes: Buffer; mime: string; name: string }> => {
  const { bytes, ...said } = await openOneFile(request, largest)
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return { bytes: Buffer.concat(chunks), ...said }
}
