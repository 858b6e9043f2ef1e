import type { Page } from 'playwright-core'
import { barriers } from './accessible.ts'
import { misfits } from './fit.ts'
import { becomes } from './look.ts'
import { shoot } from './shots.ts'

const wear = async (page: Page, theme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme: theme })
  await becomes(() => page.evaluate(() => document.documentElement.dataset['theme']), theme, 'the theme follows the system')
}

/** Looks at the screen at hand in both themes: a picture each, what sticks out, what shuts anybody out. It stays in the light. */
export const inspect = async (page: Page, name: string): Promise<string[]> => {
  const wrong: string[] = []
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme)
    await shoot(page, `${name} ${theme}`)
    for (const found of [...(await misfits(page)), ...(await barriers(page))]) wrong.push(`${name}, ${theme}: ${found}`)
  }
  return wrong
}
