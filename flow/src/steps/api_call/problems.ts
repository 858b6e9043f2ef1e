import type { NodeOf } from '../../engine/nodes.ts'
import type { Found } from '../../problems/found.ts'
import { error, warning } from '../../problems/found.ts'
import type { AddressFault } from './address.ts'
import { addressFault } from './address.ts'
import { headerFault } from './headers.ts'
import { readPath } from './path.ts'
import { isRepeatable } from './request.ts'
import { isJsonTemplate } from './template.ts'

type Node = NodeOf<'api_call'>

const addressWords: Record<AddressFault, string> = {
  unreadable: 'The address has to begin with https:// or http:// and name a host.',
  variable_in_host: 'Variables and secrets may stand behind the host, never in it.',
  credentials: 'The address must not contain a user or password; put them into a header.',
}

export const problemsOfApiCall = (node: Node): Found[] => [
  ...addressProblems(node),
  ...node.headers.flatMap((header) => headerProblem(header)),
  ...bodyProblems(node),
  ...node.save.filter(({ path }) => readPath(path) === null).map(({ path }) => error('call_path_invalid', `“${path}” is no path into an answer.`)),
  ...repeated(node.save.map(({ variable }) => variable)).map((name) => error('call_variable_twice', `Two values of the answer go into “${name}”.`)),
  ...(node.retries > 0 && !isRepeatable(node)
    ? [error('call_not_repeatable', `${node.method} may do things twice: without an Idempotency-Key it is not tried again.`)]
    : []),
  ...(node.onError === null ? [warning('call_error_unhandled', 'When the call fails a person takes over: no step is named for it.')] : []),
]

const addressProblems = ({ url }: Node): Found[] => {
  const fault = addressFault(url)
  if (fault !== null) return [error(`call_address_${fault}`, addressWords[fault])]
  return /^http:/i.test(url.trim()) ? [warning('call_not_encrypted', 'Without https everybody on the way can read what is sent.')] : []
}

const headerProblem = (header: { name: string }): Found[] => {
  const fault = headerFault(header)
  if (fault === null) return []
  const words = fault === 'reserved' ? 'belongs to the connection and cannot be set' : 'is no name of a header'
  return [error('call_header_invalid', `“${header.name}” ${words}.`)]
}

const bodyProblems = ({ method, bodyKind, body }: Node): Found[] => {
  if (bodyKind === 'json' && !isJsonTemplate(body))
    return [error('call_body_not_json', 'The body is no JSON: texts need quotes, also around {{variables}} that are text.')]
  return bodyKind !== 'none' && method === 'GET' ? [warning('call_body_ignored', 'Many servers ignore the body of a GET.')] : []
}

const repeated = (values: string[]): string[] => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
