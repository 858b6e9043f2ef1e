import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendFault } from './problem.ts'
import { methodsAt, type Address } from './route-table.ts'
import type { PageAnswer } from './web-app.ts'

/** Answers what no route took: a page of the web app, 405 for a known address with another method, else 404. */
export const notFoundHandler =
  (addresses: readonly Address[], page: PageAnswer) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const answered = page(request, reply)
    if (answered) return answered
    const methods = methodsAt(addresses, request.url.split('?', 1)[0] ?? '')
    if (methods.length === 0 || methods.includes(request.method))
      return sendFault(reply, { status: 404, code: 'not_found', detail: 'Nothing at this address.', bug: false })
    reply.header('Allow', methods.join(', '))
    return sendFault(reply, { status: 405, code: 'method_not_allowed', detail: `This address takes ${methods.join(', ')}.`, bug: false })
  }
