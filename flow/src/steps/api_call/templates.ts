import type { NodeOf } from '../../engine/nodes.ts'

/** All texts of a call in which variables and secrets may stand. */
export const templatesOf = ({ url, query, headers, bodyKind, body, form }: NodeOf<'api_call'>): string[] => [
  url,
  ...[...query, ...headers, ...(bodyKind === 'form' ? form : [])].map(({ value }) => value),
  ...(bodyKind === 'json' || bodyKind === 'text' ? [body] : []),
]
