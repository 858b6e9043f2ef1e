import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../.shots')

/** A picture of the screen in `e2e/.shots`; its path. */
export const picture = async (page: Page, name: string): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name.replaceAll(/[^\p{L}\d]+/gu, '-').toLowerCase()}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' })
  return path
}

/** A picture for a person to look at. `SHOTS=off` goes without, where nobody will: drawing them takes a tenth of the time. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  if (process.env['SHOTS'] !== 'off') await picture(page, name)
}
