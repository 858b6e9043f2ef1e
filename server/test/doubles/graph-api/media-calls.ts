import type { IncomingMessage, ServerResponse } from 'node:http'
import { actOut, takeFailure } from './faults.ts'
import { answerJson, GraphProblem } from './graph-problem.ts'
import type { GraphState } from './graph-state.ts'
import { need } from './shape-checks.ts'

type Call = { state: GraphState; request: IncomingMessage; response: ServerResponse }

/** `POST /{phone number}/media`, multipart (reference 4.3). */
export const upload = async ({ state, request, response }: Call, raw: Buffer): Promise<void> => {
  if (actOut(takeFailure(state.faults, 'media', false), response)) return
  const form = await formOf(request, raw)
  const file = form.get('file')
  need(form.get('messaging_product') === 'whatsapp', 'The parameter messaging_product is required.', 100)
  if (!(file instanceof File)) throw new GraphProblem(100, 'The parameter file is required.')
  const mime = String(form.get('type') ?? file.type)
  need(/^[\w.+-]+\/[\w.+-]+/.test(mime), 'Param type must be a media type.', 100)
  need(file.size > 0 && file.size <= 100 * 1024 * 1024, 'The file is empty or too large.', 131053)
  state.ledger.stats.uploads += 1
  answerJson(response, 200, { id: state.media.add(Buffer.from(await file.arrayBuffer()), mime).id })
}

const formOf = async (request: IncomingMessage, raw: Buffer): Promise<FormData> => {
  try {
    return await new Response(new Uint8Array(raw), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()
  } catch {
    throw new GraphProblem(100, 'The body is not multipart/form-data.')
  }
}

/** `GET /{media}`: where the bytes are; the address works with the token only. */
export const lookUp = ({ state, request, response }: Call, id: string): void => {
  if (actOut(takeFailure(state.faults, 'lookup', false), response)) return
  const media = state.media.find(id)
  if (!media) throw new GraphProblem(100, `Unsupported get request. Object with ID '${id}' does not exist`, { subcode: 33 })
  const url = `http://${request.headers.host}/media-files/${media.id}`
  answerJson(response, 200, { url, mime_type: media.mime, sha256: media.sha256, file_size: media.bytes.length, id: media.id, messaging_product: 'whatsapp' })
}

export const download = ({ state, response }: Call, id: string): void => {
  if (actOut(takeFailure(state.faults, 'download', false), response)) return
  const media = state.media.find(id)
  if (!media) return void response.writeHead(404).end()
  state.ledger.stats.downloads += 1
  response.writeHead(200, { 'content-type': media.mime, 'content-length': media.bytes.length }).end(media.bytes)
}

export const remove = ({ state, response }: Call, id: string): void => answerJson(response, 200, { success: state.media.remove(id) })
