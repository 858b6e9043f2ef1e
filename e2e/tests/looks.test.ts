import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage, type Props, type Size } from '../kit/stage.ts'

/** Every screen in both sizes and themes: nothing sticks out, nothing shuts anybody out. The pictures are for the eye of a person. */
const { scene } = await openStage()

const wear = async (page: Page, theme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme: theme })
  await becomes(() => page.evaluate(() => document.documentElement.dataset['theme']), theme, 'the theme follows the system')
}

/** Looks at the screen at hand in both themes. */
const inspect = async (page: Page, name: string) => {
  const wrong: string[] = []
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme)
    await shoot(page, `${name} ${theme}`)
    for (const found of [...(await misfits(page)), ...(await barriers(page))]) wrong.push(`${name}, ${theme}: ${found}`)
  }
  return wrong
}

const inspectEntry = async ({ open, product }: Props, size: Size) => {
  const page = await open({ path: '/login', size, signedIn: false })
  await seen(page.getByLabel('Correo'))
  const wrong = await inspect(page, `login ${size}`)
  await page.goto((await product.command('admin', 'link', '--json')).match(/http[^"\s]+k=[^"\s]+/)?.[0] ?? '')
  await seen(page.getByRole('button', { name: 'Empezar' }))
  return [...wrong, ...(await inspect(page, `welcome ${size}`))]
}

const inspectInside = async ({ open, api }: Props, size: Size) => {
  const busiest = (await api.get<{ items: { id: string }[] }>('/api/conversations?q=Farmacia')).items[0]?.id
  const page = await open({ size })
  const wrong: string[] = []
  const visit = async (name: string, path: string, ready: () => Promise<void>) => {
    await page.goto(path)
    await ready()
    wrong.push(...(await inspect(page, `${name} ${size}`)))
  }
  await visit('home', '/a/demo/home', () => seen(page.getByRole('heading', { name: /^Buen/ })))
  await visit('inbox list', '/a/demo/inbox/all', () => seen(page.getByRole('option')))
  await visit('inbox thread', `/a/demo/inbox/all/${busiest}`, () => seen(page.getByRole('log').getByRole('article')))
  await visit('simulator', '/a/demo/sim', () => seen(page.getByRole('textbox', { name: /^Escribir como / })))
  await page.goto('/a/demo/inbox/all')
  await seen(page.getByRole('option'))
  await page.keyboard.press('?')
  await seen(page.getByRole('dialog', { name: 'Atajos de teclado' }))
  return [...wrong, ...(await inspect(page, `keys ${size}`))]
}

for (const size of ['desk', 'phone'] as const)
  scene(`The entry fits and shuts nobody out, ${size}`, async (props) => assert.deepEqual(await inspectEntry(props, size), []))
for (const size of ['desk', 'laptop', 'phone'] as const)
  scene(`Home, inbox, thread and phone fit and shut nobody out, ${size}`, async (props) => assert.deepEqual(await inspectInside(props, size), []))
