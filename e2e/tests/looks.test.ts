import assert from 'node:assert/strict'
import { seen } from '../kit/look.ts'
import { openStage, type Props, type Size } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'

/** Between the two sizes that `all-screens.test.ts` walks through: where columns move together, nothing sticks out. The pictures are for the eye of a person. */
const { scene } = await openStage()

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

scene('Home, inbox, thread and phone fit and shut nobody out on a laptop', async (props) => assert.deepEqual(await inspectInside(props, 'laptop'), []))
