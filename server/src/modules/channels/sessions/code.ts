import type { SessionCode } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ChannelsPorts } from '../ports.ts'
import { readCode } from './views.ts'

const wantsPicture = ({ headers: { accept = '' } }: FastifyRequest): boolean => /\bimage\/(png|\*)/.test(accept) && !accept.includes('application/json')

/** What `image` holds, as bytes. */
const bytesOf = (dataUrl: string): Buffer => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')

type Asked = { tx: Tx; request: FastifyRequest; reply: FastifyReply }

/** Answers what links the account of a channel at this moment, as a picture where the caller asks for one. */
export const answerCode = async ({ tx, request, reply }: Asked, ports: ChannelsPorts, id: string): Promise<SessionCode> => {
  const code = await readCode(tx, ports, id)
  if (!wantsPicture(request)) return code
  if (code.image === null) throw new Failure('absent', 'session.no_qr', 'There is no QR code to scan at present.')
  reply.type('image/png').send(bytesOf(code.image))
  return code
}
