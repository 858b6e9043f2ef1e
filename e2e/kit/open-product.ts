import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostProduct } from './hosted-product.ts'
import { startProduct, type Product } from './product.ts'
import { sharedDatabase, sharedDemo } from './shared-database.ts'

/** A product with the demo, for one test file: on a copy of the run's, or started for the first time where there is none. */
export const openProduct = async (wishes: Record<string, string>): Promise<Product> => {
  const demo = sharedDemo()
  if (!demo) return startProduct(wishes)
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-e2e-'))
  cpSync(demo.dataDir, dataDir, { recursive: true })
  const { email, password } = demo
  const product = await hostProduct(dataDir, { ...(await sharedDatabase('demo')), ...wishes })
  const stop = async () => {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...product, email, password, stop }
}
