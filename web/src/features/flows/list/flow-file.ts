import type { Flow } from '@chasqui/contracts'

/** A flow as a file that people keep and hand on. */
type FlowFile = { chasqui: 'flow'; schema: 1; name: string; definition: unknown }

const asFileName = (name: string) => name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'flow'

export const saveFlowFile = ({ name, definition }: Pick<Flow, 'name' | 'definition'>) => {
  const file: FlowFile = { chasqui: 'flow', schema: 1, name, definition }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }))
  link.download = `${asFileName(name)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
