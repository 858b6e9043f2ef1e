import { join } from 'node:path'
import { startRemote } from './remote.ts'
import type { Sandbox } from './sandbox.ts'

export type Where = Sandbox['where']

/** Starts the sandbox in a process of its own. */
export const startWhatsAppWeb = async () => {
  const { acts, hello, stop, pid } = await startRemote<Sandbox['acts'], Where>(join(import.meta.dirname, 'main.ts'))
  return { where: hello, network: acts, stop, pid }
}
export type WhatsAppWeb = Awaited<ReturnType<typeof startWhatsAppWeb>>
