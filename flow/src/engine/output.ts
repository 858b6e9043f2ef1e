/**
 * A way out of a step. `id` tells it from the step's others and names its words (`outputs.<id>` in the texts of the step, or of all steps); a `label` of the
 * author's stands in place of them. `path` leads to where in the node its target stands. `after`: what has to happen for it to be taken: nothing, time
 * passing, or the customer's answer.
 */
export type Output = { id: string; label?: string; next: string | null; path: (string | number)[]; after: 'nothing' | 'time' | 'answer' }

export const nextOutput = (node: { next: string | null }, after: Output['after'] = 'nothing'): Output => ({
  id: 'next',
  next: node.next,
  path: ['next'],
  after,
})

/** The ways out of a step that asks, beside those that its answers take. */
export const askingOutputs = (node: { onInvalid: string | null; timeout?: { next: string | null } | undefined }): Output[] => [
  { id: 'invalid', next: node.onInvalid, path: ['onInvalid'], after: 'answer' },
  ...timeoutOutput(node),
]

export const timeoutOutput = ({ timeout }: { timeout?: { next: string | null } | undefined }): Output[] =>
  timeout ? [{ id: 'timeout', next: timeout.next, path: ['timeout', 'next'], after: 'time' }] : []
