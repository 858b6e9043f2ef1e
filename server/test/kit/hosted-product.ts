import { listenNearby } from '../../src/cli/listen.ts'
import { openProductDatabase } from '../../src/cli/open-product-database.ts'
import { readConfig } from '../../src/config.ts'
import { localUrl } from '../../src/cli/start-addresses.ts'
import { run } from '../../src/main.ts'

export type HostedProduct = { url: string; port: number; email: string; password: string; stop(): Promise<void> }

/** The product as `npm start` has it, in this process. The password is empty where the owner has one already. @public */
export const hostProduct = async (env: Record<string, string>): Promise<HostedProduct> => {
  const config = readConfig(env)
  const { product, port, stop } = await run(config, {
    openDatabase: () => openProductDatabase(config, 'alone'),
    listen: (product) => listenNearby((port, host) => product.listen(port, host), { ...config.http, mayMove: true }),
    tell: () => {},
  })
  return { url: localUrl(config, port), port, email: product.signIn.email, password: product.signIn.password ?? '', stop }
}
