import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { isWholeRun } from '../../server/test/kit/thoroughness.ts'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { becomes } from '../kit/look.ts'
import { goTo, stockOf, walks, type Screen } from '../kit/screens.ts'
import { openStage, type Theme } from '../kit/stage.ts'
import { shoot } from '../kit/shots.ts'
import { cutWords, wrongWords } from '../kit/words.ts'

/**
 * Every screen, in three languages, light and dark, at a desk and on a phone: it shuts nobody out, nothing is cut off, nothing is left
 * untranslated. Words differ by language and size; what shuts people out differs by theme and size, so each of those is looked at once, in
 * languages that take turns; in a usual run (`tools/tasks/whole-runs.ts`) one of them at each size. Over a page that was looked at, only the
 * dialog is new.
 */
const { scene } = await openStage({ REGISTRATION: 'open' })

const languages = ['es', 'pt-BR', 'en'] as const
type Language = (typeof languages)[number]

/** As if it had been chosen in another tab of the browser, which this one follows. */
const speak = async (page: Page, language: Language) => {
  await page.evaluate((value) => {
    localStorage.setItem('chasqui.language', value)
    dispatchEvent(new StorageEvent('storage', { key: 'chasqui.language', newValue: value }))
  }, language)
  await becomes(async () => (await page.evaluate(() => document.documentElement.lang)).startsWith(language), true, `the page speaks ${language}`)
}
const wear = async (page: Page, theme: Theme) => {
  await page.emulateMedia({ colorScheme: theme })
  // The wall is as its address says, by day and by night.
  if (new URL(page.url()).pathname === '/live/wall') return
  await becomes(() => page.evaluate(() => document.documentElement.dataset['theme']), theme, 'the theme follows the system')
}

/** Words of parts that are fetched by themselves follow their page in a moment. */
const wrongWordsAtRest = async (page: Page, language: Language): Promise<string[]> => {
  await becomes(async () => (await wrongWords(page, language)).length, 0, 'the words are those of the language', 3000).catch(() => undefined)
  return wrongWords(page, language)
}

type Look = { language: Language; theme: Theme | undefined }
const looksAt = (size: 'desk' | 'phone', turn: number): Look[] => {
  const looks = languages.map((language, index): Look => ({ language, theme: ([undefined, 'light', 'dark'] as const)[(index + turn) % 3] }))
  const themed = looks.filter(({ theme }) => theme)
  return isWholeRun ? looks : themed.filter((_, index) => index === (size === 'desk' ? turn : turn + 1) % themed.length)
}

const look = async (page: Page, { name, opens }: Screen, size: 'desk' | 'phone', turn: number): Promise<string[]> => {
  const wrong: string[] = []
  for (const { language, theme } of looksAt(size, turn)) {
    await speak(page, language)
    if (theme) await wear(page, theme)
    const found = [
      ...(await wrongWordsAtRest(page, language)),
      ...(await cutWords(page, language)),
      ...(await misfits(page)),
      ...(theme ? await barriers(page, opens ? '[role=dialog]' : undefined) : []),
    ]
    wrong.push(...found.map((what) => `${name}, ${size}, ${language}, ${theme ?? 'as it was'}: ${what}`))
    if (found.length > 0) await shoot(page, `${name} ${size} ${language}`)
  }
  await speak(page, 'es')
  return wrong
}

for (const [part, walk] of walks.entries())
  for (const size of ['desk', 'phone'] as const)
    scene(`What ${walk.who} sees is for everybody, ${size}, part ${part + 1} from ${walk.screens[0]?.name}`, async (props) => {
      props.troubles.expect(/answer 40[134]/, /console error/)
      const stock = await stockOf(props)
      const page = await walk.enter(props, stock, size)
      const wrong: string[] = []
      for (const [turn, screen] of walk.screens.entries()) {
        if (screen.only && screen.only !== size) continue
        await goTo(page, screen, stock)
        wrong.push(...(await look(page, screen, size, turn)))
      }
      assert.deepEqual(wrong, [])
    })
