import type { Product } from '../compose.ts'
import type { Config } from '../config.ts'
import { openProductDatabase } from './open-product-database.ts'
import type { Terminal } from './terminal.ts'

/** What commands ask of the product. */
export type Operations = Product['operations']

/** On an empty database composing makes the owner's account; its password would be lost if it were not told here. */
const tellNewOwner = (terminal: Terminal, { email, password }: Product['signIn']): void => {
  if (password === null) return
  terminal.say(`\n  User      ${email}\n  Password  ${password}   shown only now\n`)
  terminal.event({ event: 'password', email, password })
}

/** Composes the product on the database without serving anything, beside a running one if there is one, and takes it apart again. */
export const withProduct = async <T>(config: Config, terminal: Terminal, work: (product: Product) => Promise<T>): Promise<T> => {
  await using opened = new AsyncDisposableStack()
  const database = await openProductDatabase(config, 'beside')
  opened.defer(() => database.close())
  const { compose } = await import('../compose.ts')
  const product = await compose(config, database.adminUrl)
  opened.defer(() => product.stop())
  tellNewOwner(terminal, product.signIn)
  return await work(product)
}
