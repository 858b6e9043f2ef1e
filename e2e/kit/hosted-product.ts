import { join } from 'node:path'
import { environment, type Product } from './product.ts'

/** By its path: the server is written for Node alone, and this folder knows the types of a browser too. */
const host = join(import.meta.dirname, '../../server/test/kit/hosted-product.ts')
type Host = { hostProduct(env: Record<string, string>): Promise<Product> }

/** The product in this process, so that it need not be loaded for each file. `wishes` are settings beside those of every test. */
export const hostProduct = async (dataDir: string, wishes: Record<string, string>): Promise<Product> => {
  const { hostProduct: start } = (await import(host)) as Host
  return start(environment(dataDir, 0, wishes))
}
