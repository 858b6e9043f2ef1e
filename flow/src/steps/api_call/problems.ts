import type { NodeOf } from '../../engine/nodes.ts'
import type { Found } from '../../problems/found.ts'
import { error, repeated, warning } from '../../problems/found.ts'
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
  ...node.headers.flatMap((header, at) => headerProblem(header, `headers.${at}.name`)),
  ...bodyProblems(node),
  ...node.save.flatMap(({ path }, at) =>
    readPath(path) === null ? [error('call_path_invalid', `“${path}” is no path into an answer.`, { field: `save.${at}.path`, values: { path } })] : [],
  ),
  ...repeated(node.save.map(({ variable }) => variable)).map((name) =>
    error('call_variable_twice', `Two values of the answer go into “${name}”.`, { field: 'save', values: { name } }),
  ),
  ...repeatProblems(node),
  ...(node.onError === null
    ? [warning('call_error_unhandled', 'When the call fails a person takes over: no step is named for it.', { field: 'onError' })]
    : []),
]

const repeatProblems = (node: Node): Found[] => {
  if (node.retries === 0 || isRepeatable(node)) return []
  const { method } = node
  return [
    error('call_not_repeatable', `${method} may do things twice: without an Idempotency-Key it is not tried again.`, { field: 'retries', values: { method } }),
  ]
}

const addressProblems = ({ url }: Node): Found[] => {
  const fault = addressFault(url)
  if (fault !== null) return [error(`call_address_${fault}`, addressWords[fault], { field: 'url' })]
  return /^http:/i.test(url.trim()) ? [warning('call_not_encrypted', 'Without https everybody on the way can read what is sent.', { field: 'url' })] : []
}

const headerProblem = (header: { name: string }, field: string): Found[] => {
  const fault = headerFault(header)
  if (fault === null) return []
  const { name } = header
  const words = fault === 'reserved' ? 'belongs to the connection and cannot be set' : 'is no name of a header'
  return [error(`call_header_${fault}`, `“${name}” ${words}.`, { field, values: { name } })]
}

const bodyProblems = ({ method, bodyKind, body }: Node): Found[] => {
  if (bodyKind === 'json' && !isJsonTemplate(body))
    return [error('call_body_not_json', 'The body is no JSON: texts need quotes, also around {{variables}} that are text.', { field: 'body' })]
  return bodyKind !== 'none' && method === 'GET' ? [warning('call_body_ignored', 'Many servers ignore the body of a GET.', { field: 'bodyKind' })] : []
}
