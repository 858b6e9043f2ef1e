import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { environment } from './settings.ts'
import { shareCluster } from './share-cluster.ts'

/** For the server's files: a demo as the product's first start leaves it. */
export const { globalSetup, globalTeardown } = shareCluster(async ({ address }) => {
  const folder = mkdtempSync(join(tmpdir(), 'chasqui-demo-'))
  try {
    const product = await compose(readConfig(environment(folder, {})), address)
    await product.stop()
    return {}
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
