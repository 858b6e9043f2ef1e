import type { Socket } from 'node:net'
import type { FastifyError } from 'fastify'
import { newId } from '../ids.ts'
import { problemOf } from './problem.ts'

type Refusal = { status: 400 | 408 | 431; phrase: string; code: string; detail: string }

const refusalOf = (code: string): Refusal => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, phrase: 'Request Timeout', code: 'timeout', detail: 'The request took too long to arrive.' }
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, phrase: 'Request Header Fields Too Large', code: 'too_large', detail: 'The headers are too large.' }
  return { status: 400, phrase: 'Bad Request', code: 'malformed', detail: 'This is not valid HTTP.' }
}

/** Answers what Node's HTTP parser refused, for which there is no request object, and closes the connection. */
export const refuseUnreadable = (error: FastifyError | (Error & { code?: string }), socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { phrase, ...fault } = refusalOf(error.code ?? '')
  const body = JSON.stringify(problemOf({ ...fault, bug: false }, newId()))
  socket.end(
    `HTTP/1.1 ${fault.status} ${phrase}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
