import { fromChatwoot, isChatwoot } from './chatwoot/convert.ts'
import type { Imported } from './imported.ts'
import { NotImported } from './imported.ts'
import { isRaw } from './read.ts'
import { fromTypebot, isTypebot } from './typebot/convert.ts'

/** The flows in a file of another product, which is told by its shape. Throws `NotImported`. */
export const importFlows = (file: unknown): Imported => {
  // Programs also give a bot out as the answer to a request, in a wrapping.
  const bot = isRaw(file) && isRaw(file['typebot']) ? file['typebot'] : file
  if (isRaw(bot) && isTypebot(bot)) return fromTypebot(bot)
  if (isChatwoot(file)) return fromChatwoot(file)
  throw new NotImported('unknown', 'This is no export of a product that is known here.')
}

/** A flow of our own in a file: as a file of ours or the interface tells it, with its name, or the definition by itself. Whether it holds is judged elsewhere. */
export const ownFlowIn = (file: unknown): { name: string; definition: unknown } | null => {
  if (!isRaw(file)) return null
  if (isRaw(file['definition']) && (file['chasqui'] === 'flow' || isRaw(file['definition']['nodes'])))
    return { name: typeof file['name'] === 'string' ? file['name'].slice(0, 200) : '', definition: file['definition'] }
  return isRaw(file['nodes']) ? { name: '', definition: file } : null
}
