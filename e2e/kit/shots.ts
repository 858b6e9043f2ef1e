import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../.shots')

/** A picture of the screen for a person to look at, in `e2e/.shots`. Answers its path. */
export const shoot = async (page: Page, name: string): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name.replaceAll(/[^\p{L}\d]+/gu, '-').toLowerCase()}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' })
  return path
}
