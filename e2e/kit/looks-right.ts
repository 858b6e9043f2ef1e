import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from './accessible.ts'
import { misfits } from './fit.ts'
import { shoot } from './shots.ts'
import { wrongWords } from './words.ts'

/** A picture of the screen, and that it shuts nobody out, fits, and speaks one language. */
export const looksRight = async (page: Page, name: string, language: Parameters<typeof wrongWords>[1]): Promise<void> => {
  await shoot(page, name)
  assert.deepEqual([...(await barriers(page)), ...(await misfits(page)), ...(await wrongWords(page, language))], [], name)
}
