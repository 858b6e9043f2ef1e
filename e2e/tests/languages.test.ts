import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { misfits } from '../kit/fit.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** Spanish, Portuguese and English: chosen once, it holds everywhere, and what is refused is told in it. All screens in all of them: `all-screens.test.ts`. */
const { scene } = await openStage()

const languages = [
  { language: 'es', browser: 'es-AR', name: 'Español', settings: 'Ajustes', choose: 'Idioma', email: 'Correo', phone: /^Escribir como /, start: 'Empezar' },
  {
    language: 'pt-BR',
    browser: 'pt-BR',
    name: 'Português',
    settings: 'Configurações',
    choose: 'Idioma',
    email: 'E-mail',
    phone: /^Escrever como /,
    start: 'Começar',
  },
  { language: 'en', browser: 'en-US', name: 'English', settings: 'Settings', choose: 'Language', email: 'E-mail', phone: /^Write as /, start: 'Start' },
] as const
type Language = (typeof languages)[number]

const check = async (page: Page, { language }: Language, name: string) => {
  await becomes(async () => (await page.evaluate(() => document.documentElement.lang)).slice(0, 2), language.slice(0, 2), 'the page says its language')
  await shoot(page, `${name} ${language}`)
  return [...(await wrongWords(page, language)), ...(await misfits(page))].map((found) => `${name}: ${found}`)
}

for (const [index, language] of languages.entries()) {
  scene(`${language.name}: the entry speaks the browser's language`, async ({ open, product, troubles }) => {
    const page = await open({ path: '/login', language: language.browser, signedIn: false })
    await seen(page.getByLabel(language.email, { exact: true }))
    const wrong = await check(page, language, 'login')
    troubles.expect(/answer 401/)
    await page.getByLabel(language.email, { exact: true }).fill(product.email)
    await page.locator('input[type=password]').fill('no-es-esta')
    await page.keyboard.press('Enter')
    await seen(page.locator('form').getByRole('alert').or(page.locator('form [role=status]')))
    wrong.push(...(await check(page, language, 'login refused')))
    await page.goto('/welcome?k=AAAA-AAAA')
    await seen(page.getByText('npm run cli -- admin link'))
    assert.deepEqual([...wrong, ...(await check(page, language, 'link spent'))], [])
  })

  scene(`${language.name}: chosen in the settings, it holds on every page`, async ({ open, api }) => {
    const before = languages[(index + languages.length - 1) % languages.length] ?? language
    await api.send('PUT', '/api/auth/profile', { language: before.language })
    const page = await open({ path: '/home' })
    // The phone takes the cursor as soon as it is there; a menu that opens before would close.
    await becomes(
      () => page.getByRole('textbox', { name: before.phone }).evaluate((field) => field === document.activeElement),
      true,
      'the cursor is in the phone',
    )
    await page.getByRole('button', { name: before.settings }).click()
    await page.getByRole('menuitem', { name: before.choose }).click()
    await page.getByRole('menuitemradio', { name: language.name }).click()
    await seen(page.getByRole('button', { name: language.settings }))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await seen(page.getByRole('heading', { level: 1 }))
    const wrong = await check(page, language, 'home')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.getByRole('option').filter({ hasText: 'Ricardo Peña' }).click()
    await seen(page.getByRole('log').getByRole('article'))
    wrong.push(...(await check(page, language, 'inbox')))
    await page.goto('/a/demo/account')
    await seen(page.getByRole('heading', { level: 1 }))
    assert.deepEqual([...wrong, ...(await check(page, language, 'account'))], [])
  })
}

scene('Whoever skips the questions goes on in the language that the form was in', async ({ open }) => {
  const page = await open({ path: '/welcome' })
  await page.getByLabel('Language').selectOption('pt-BR')
  await page.getByRole('button', { name: 'Pular e ver o exemplo' }).click()
  const greeting = page.getByRole('heading', { name: /^(Bom dia|Boa tarde|Boa noite)/ })
  await seen(greeting)
  await page.reload()
  await seen(greeting)
})
