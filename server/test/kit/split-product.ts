import { environmentFor } from '../doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { atEnd } from './cluster.ts'
import { startProductProcess, type ProductProcess } from './product-process.ts'
import { startProduct, type RunningProduct } from './product.ts'

export type SplitProduct = {
  sandbox: WhatsAppWeb
  /** The process for browsers and programs: it does no jobs, and holds no line. */
  the: RunningProduct
  /** Starts a process of its own with this role beside it. */
  begin(role: 'worker' | 'sessions'): Promise<ProductProcess>
}

/** The product as an operator splits it, by roles, on one database and one data folder, beside the network of linked devices. All of it ends after the last test of the file. */
export const startSplitProduct = async (): Promise<SplitProduct> => {
  const sandbox = await startWhatsAppWeb()
  atEnd(sandbox.stop)
  const the = await startProduct({ env: { ROLE: 'web' } })
  const { adminUrl, dataDir } = the
  return { sandbox, the, begin: (role) => startProductProcess({ adminUrl, dataDir, settings: { ROLE: role, ...environmentFor(sandbox.where) } }) }
}
