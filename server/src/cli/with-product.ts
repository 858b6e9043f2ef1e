import type { Product } from '../compose.ts'
import type { Config } from '../config.ts'
import { openProductDatabase } from './open-product-database.ts'

/** Composes the product on the database without serving anything, beside a running one if there is one, and takes it apart again. */
export const withProduct = async <T>(config: Config, work: (product: Product) => Promise<T>): Promise<T> => {
  await using opened = new AsyncDisposableStack()
  const database = await openProductDatabase(config, 'beside')
  opened.defer(() => database.close())
  const { compose } = await import('../compose.ts')
  const product = await compose(config, database.adminUrl)
  opened.defer(() => product.stop())
  return work(product)
}
