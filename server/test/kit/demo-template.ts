import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { clientTo, copyText, databaseAt } from './cluster.ts'
import { environment } from './settings.ts'

/** Makes a database as the product's first start leaves it, with the demo; its name. Products that start on copies of it find their demo there. */
export const makeDemoTemplate = async (adminUrl: string, template: string): Promise<string> => {
  const name = `${template}_demo`
  await clientTo({ connectionString: adminUrl }, (admin) => admin.query(copyText(name, template)))
  const folder = mkdtempSync(join(tmpdir(), 'chasqui-demo-'))
  try {
    const product = await compose(readConfig(environment(folder, {})), databaseAt(adminUrl, name))
    await product.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return name
}
