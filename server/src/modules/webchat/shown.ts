import { filesOf, type VisitorEntry } from '@chasqui/contracts'
import type { WebchatPorts } from './ports.ts'
import type { Entry } from './store.ts'

/** An entry as a visitor's page gets it. Addresses of files expire, so they are made when somebody looks. */
export const shown = (ports: Pick<WebchatPorts, 'fileUrl'>, tenantId: string, { content, at, id, position, seq, by, status, quoted }: Entry): VisitorEntry => {
  const copy = structuredClone(content)
  for (const file of filesOf(copy)) if (file.fileId) file.url = ports.fileUrl(tenantId, file.fileId)
  return { id, position, seq, by, content: copy, status, quoted, at: at.toISOString() }
}
