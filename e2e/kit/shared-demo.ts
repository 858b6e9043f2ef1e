import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jwtSecret } from '../../server/test/kit/cluster.ts'
import { shareCluster } from '../../server/test/kit/share-cluster.ts'
import { hostProduct } from './hosted-product.ts'
import type { SharedDemo } from './shared-database.ts'

/** For the scenes: a demo with its folder, and who signs in there. */
export const { globalSetup, globalTeardown } = shareCluster(async ({ database, address }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-e2e-demo-'))
  const { email, password, stop } = await hostProduct(dataDir, { DATABASE_URL: address, JWT_SECRET: jwtSecret })
  await stop()
  const demo: SharedDemo = { database, dataDir, email, password }
  return { told: { SHARED_DEMO: JSON.stringify(demo) }, undo: () => rmSync(dataDir, { recursive: true, force: true }) }
})
