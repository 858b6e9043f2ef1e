import { cutTo, isTrueAt, numberAt, objectAt, objectsAt, type Raw, textAt, within } from '../read.ts'
import type { DraftNode } from '../steps.ts'
import type { Block } from './graph.ts'
import type { Work } from './work.ts'
import { longestText } from './variables.ts'
import { about, filled } from './work.ts'

type Call = Extract<DraftNode, { type: 'api_call' }>
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const pairs = (work: Work, block: Block, own: string, of: Raw, key: string) =>
  objectsAt(of, key).flatMap((pair) => {
    const name = cutTo(textAt(pair, 'key').trim(), 200)
    return name === '' ? [] : [{ name, value: cutTo(filled(work, block, own, textAt(pair, 'value')), 4000) }]
  })

/** Answers were wrapped as `{ statusCode, data }`; here paths begin with what the other program sent. */
const pathIn = (written: string): string => cutTo(written.trim().replace(/^data\.?/, ''), 200)

const savedOf = (work: Work, options: Raw): NonNullable<Call['save']> =>
  objectsAt(options, 'responseVariableMapping')
    .flatMap((mapping) => {
      const variable = work.names.byId(textAt(mapping, 'variableId'))
      const path = pathIn(textAt(mapping, 'bodyPath'))
      return variable === undefined || path === '' || path === 'statusCode' ? [] : [{ path, variable }]
    })
    .slice(0, 20)

/** A request to another program; false when the block holds none that can be made here. */
export const request = (work: Work, block: Block, own: string): boolean => {
  const { options } = block
  const of = objectAt(options, 'webhook')
  const url = textAt(of, 'url').trim()
  const method = methods.find((one) => one === (textAt(of, 'method') || 'POST'))
  if (url === '' || url.length > 2000 || method === undefined) return false
  const written = textAt(of, 'body')
  // A body that is too long would be cut to something else. Without one every answer was sent, which nobody decided.
  const body = method === 'GET' || written.length > longestText ? '' : filled(work, block, own, written).trim()
  if (method !== 'GET' && body === '') work.steps.tell('call', own, about(block), url)
  const seconds = numberAt(options, 'timeout')
  work.steps.put(own, {
    type: 'api_call',
    method,
    url: filled(work, block, own, url),
    query: pairs(work, block, own, of, 'queryParams').slice(0, 30),
    headers: pairs(work, block, own, of, 'headers').slice(0, 30),
    ...(body !== '' && { bodyKind: /^[[{]/.test(body) ? 'json' : 'text', body }),
    ...(seconds !== undefined && { timeoutSeconds: within(seconds, 1, 60) }),
    save: savedOf(work, options),
    next: work.stepFor(work.graph.after(block)),
  })
  if (isTrueAt(options, 'isExecutedOnClient')) work.steps.tell('call', own, about(block), url)
  return true
}
