import type { Product } from './compose.ts'
import type { Config } from './config.ts'
import type { ProductDatabase } from './cli/open-product-database.ts'

/** What a start has done so far, in this order. Sign-in data is for the terminal only, never for a log. */
export type Progress =
  | { event: 'database'; database: ProductDatabase; ms: number }
  | { event: 'composed'; product: Product; demo: Product['demo'] }
  | { event: 'listening'; port: number; wanted: number }
  | { event: 'working' }

export type Running = { product: Product; port: number; stop(): Promise<void> }

export type Steps = {
  openDatabase(): Promise<ProductDatabase>
  listen(product: Product): Promise<number>
  tell(progress: Progress): void
}

/** The product must be down within 10 s of the first signal; the embedded database needs up to 5 of them. */
const productStopMs = 4500

const within = async (ms: number, work: Promise<void>): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** Processes for browsers and programs leave the work to the others. */
export const worksOnJobs = (config: Config): boolean => config.role !== 'web'

/**
 * The whole start in reading order: the database, the product composed on it, the port, the work. What was opened is closed again in the
 * opposite order, by `stop` or by a step that fails.
 */
export const run = async (config: Config, { openDatabase, listen, tell }: Steps): Promise<Running> => {
  const opened = new AsyncDisposableStack()
  try {
    const startedAt = performance.now()
    const database = await openDatabase()
    opened.defer(() => database.close())
    tell({ event: 'database', database, ms: performance.now() - startedAt })

    const { compose } = await import('./compose.ts')
    const product = await compose(config, database.adminUrl)
    opened.defer(() => within(productStopMs, product.stop()))
    const demo = config.demo ? await product.operations.completeDemo() : product.demo
    tell({ event: 'composed', product, demo })

    const port = await listen(product)
    tell({ event: 'listening', port, wanted: config.http.port })
    if (worksOnJobs(config)) {
      await product.startWork()
      tell({ event: 'working' })
    }
    return { product, port, stop: () => opened.disposeAsync() }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}
