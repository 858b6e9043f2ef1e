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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The name and the definition in a file, of a flow or of a definition by itself; null when it is neither. Whether the definition holds is the server's word. */
export const readFlowFile = (text: string): { name: string | null; definition: Record<string, unknown> } | null => {
  try {
    const read: unknown = JSON.parse(text)
    if (!isRecord(read)) return null
    if (read.chasqui === 'flow' && isRecord(read.definition))
      return { name: typeof read.name === 'string' ? read.name.slice(0, 200) : null, definition: read.definition }
    return isRecord(read.nodes) ? { name: null, definition: read } : null
  } catch {
    return null
  }
}
