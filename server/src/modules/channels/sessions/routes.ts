import { sessionRoutes } from '@chasqui/contracts'
import type { FastifyRequest } from 'fastify'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { connectChannel } from '../connect.ts'
import type { Directory } from '../directory.ts'
import { addChannel, dropChannel } from '../people-acts.ts'
import type { ChannelsPorts } from '../ports.ts'
import { listLog } from '../views.ts'
import { channelNamed, claimName } from './named.ts'
import { listSessions, readCode, readSession, readSessionStatus } from './views.ts'

const wantsPicture = ({ headers: { accept = '' } }: FastifyRequest): boolean => /\bimage\/(png|\*)/.test(accept) && !accept.includes('application/json')

/** What `image` holds, as bytes. */
const bytesOf = (dataUrl: string): Buffer => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')

/** Channels under the words of programs that link devices: the same acts, found by names as well. */
export const registerSessions = (http: Http, ports: ChannelsPorts, directory: Directory): void => {
  http.route(sessionRoutes.list, ({ tx, query }) => listSessions(tx, query))
  http.route(sessionRoutes.create, async ({ tx, body: { name, kind, phone, settings, flowId, answers } }) => {
    await claimName(tx, name)
    const { id } = await addChannel(tx, ports, { kind, name, settings: phone ? { codeFor: phone, ...settings } : settings, flowId, answers })
    return readSession(tx, id)
  })
  http.route(sessionRoutes.qr, async ({ tx, params, request, reply }) => {
    const answer = await readCode(tx, ports, await channelNamed(tx, params.id))
    if (!wantsPicture(request)) return answer
    if (answer.image === null) throw new Failure('absent', 'session.no_qr', 'There is no QR code to scan at present.')
    reply.type('image/png').send(bytesOf(answer.image))
    return answer
  })
  http.route(sessionRoutes.status, async ({ tx, params }) => readSessionStatus(tx, ports, await channelNamed(tx, params.id)))
  http.route(sessionRoutes.logs, async ({ tx, params, query }) => listLog(tx, await channelNamed(tx, params.id), query))
  http.route(sessionRoutes.restart, async ({ params, actor }) => {
    const tenantId = actor.tenantId!
    const id = await ports.database.inTenant(tenantId, (tx) => channelNamed(tx, params.id))
    await connectChannel(ports, directory, { tenantId, id, anew: true })
    return ports.database.inTenant(tenantId, (tx) => readSession(tx, id))
  })
  http.route(sessionRoutes.remove, async ({ tx, params }) => dropChannel(tx, ports, directory, await channelNamed(tx, params.id)))
}
