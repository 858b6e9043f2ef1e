import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { row, rows } from '../kit/inbox.ts'
import { becomes, countIs, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage, type Props } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** Many conversations at once, and what is told of it. */
const { scene } = await openStage()

type Talk = { id: string; state: string; tags: { name: string }[] }
const made = async ({ customer, api }: Pick<Props, 'customer' | 'api'>, names: string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const name of names) ids.push(await asksForPerson(customer(name), api))
  return ids
}
const read = (api: Api, id: string) => api.get<Talk>(`/api/conversations/${id}`)
const bar = (page: Page) => page.getByRole('region', { name: 'Conversaciones marcadas' })
const jobs = (page: Page) => page.getByRole('region', { name: 'Acciones en lote' })

scene('Rows are picked with keys, all that match with one press; they are closed together and opened again together', async ({ open, customer, api }) => {
  const ids = await made({ customer, api }, ['Lote Uno', 'Lote Dos', 'Lote Tres', 'Lote Cuatro'])
  const page = await open({ path: '/a/demo/inbox/all?q=Lote' })
  await countIs(rows(page), 4, 'the four are listed')
  await page.keyboard.press('x')
  await seen(bar(page).getByText('1 marcada'))
  const before = await rows(page).evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().top)))
  await page.keyboard.press('Shift+j')
  await seen(bar(page).getByText('2 marcadas'))
  await page.keyboard.press('Shift+k')
  await page.keyboard.press('Escape')
  await gone(bar(page))
  assert.deepEqual(await rows(page).evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().top))), before, 'no row moved')
  await page.keyboard.press('x')
  await bar(page).getByRole('button', { name: 'Marcar las 4' }).click()
  await seen(bar(page).getByText('4 marcadas'))
  await shoot(page, 'bulk picked')
  await bar(page).getByRole('button', { name: 'Cerrar', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Cerrar 4 conversaciones' })
  await seen(dialog.getByRole('radio'))
  await page.keyboard.press('2')
  assert.ok(await dialog.getByRole('radio').nth(1).isChecked())
  await page.keyboard.press('Enter')
  await gone(dialog)
  await seen(jobs(page).getByText('Cerrar 4 conversaciones'))
  await seen(jobs(page).getByText('4 hechas'))
  await gone(bar(page))
  await shoot(page, 'bulk done')
  for (const id of ids) assert.equal((await read(api, id)).state, 'closed')
  await jobs(page).getByRole('button', { name: 'Deshacer' }).click()
  await seen(jobs(page).getByText('Deshacer: cerrar 4 conversaciones'))
  await seen(jobs(page).getByText('4 hechas'))
  for (const id of ids) assert.notEqual((await read(api, id)).state, 'closed')
})

scene('With the mouse rows are picked by their face and with Shift; what could not be done is listed with its reason', async ({ open, customer, api }) => {
  const ids = await made({ customer, api }, ['Pila Uno', 'Pila Dos', 'Pila Tres'])
  const page = await open({ path: '/a/demo/inbox/all?q=Pila' })
  await countIs(rows(page), 3, 'the three are listed')
  await row(page, 'Pila Tres').locator('[data-pick]').click()
  await row(page, 'Pila Uno').click({ modifiers: ['Shift'] })
  await seen(bar(page).getByText('3 marcadas'))
  await api.send('POST', `/api/conversations/${ids[0]}/close`, {})
  await bar(page).getByRole('button', { name: 'Asignar', exact: true }).click()
  await page.getByRole('dialog', { name: 'Asignar 3 conversaciones' }).getByRole('option').first().click()
  await seen(jobs(page).getByText('2 hechas · 1 no se pudo'))
  await jobs(page).getByRole('link', { name: 'Ver qué no se pudo' }).click()
  const card = page.getByRole('region', { name: /^Asignar 3 conversaciones/ })
  await card.getByRole('button', { name: '1 no se pudo' }).click()
  await seen(card.getByText('Estaba cerrada'))
  await seen(card.getByRole('link', { name: 'Pila Uno' }))
})

scene('The palette looks where it is told, finds numbers in any spelling, and lets go of what was asked before', async ({ open, customer, api }) => {
  const ana = customer('Ana Numerosa')
  await asksForPerson(ana, api)
  await ana.says('Quiero una nebulización para el jueves')
  const page = await open({ path: '/home' })
  await seen(page.getByRole('heading', { name: /^Buen/ }))
  const dropped: string[] = []
  page.on('requestfailed', (request) => void dropped.push(request.url()))
  await page.route(/api\/conversations\?.*q=Ana\+?(%20)?N&|q=Ana(\+|%20)N$/, () => undefined)
  await page.keyboard.press('Control+k')
  const find = page.getByRole('dialog', { name: 'Buscar o ejecutar' })
  const asked = page.waitForRequest(/q=Ana(\+|%20)N(&|$)/)
  await find.getByRole('combobox').fill('Ana N')
  await asked
  const national = `011 15-${ana.phone.slice(-8, -4)}-${ana.phone.slice(-4)}`
  await find.getByRole('combobox').fill(national)
  await seen(find.getByRole('option').filter({ hasText: ana.name }))
  await becomes(async () => dropped.some((url) => /q=Ana(\+|%20)N(&|$)/.test(url)), true, 'the older request was let go of')
  await find.getByRole('combobox').fill('nebulizacion')
  await find.getByRole('radio', { name: 'Mensajes' }).click()
  await seen(find.getByRole('option').filter({ hasText: 'nebulización para el jueves' }))
  await countIs(find.getByRole('option'), 1, 'messages and nothing else')
  await find.getByRole('radio', { name: 'Acciones' }).click()
  await find.getByRole('combobox').fill('en pausa comida')
  await page.keyboard.press('Enter')
  await becomes(async () => (await api.get<{ items: { state: string }[] }>('/api/presence')).items.some(({ state }) => state === 'paused'), true, 'I am paused')
})

for (const [size, theme, spoken] of [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'pt-BR'],
] as const)
  scene(`Picking, its dialogs, the jobs and the palette fit and shut nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, customer, api }) => {
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    await made({ customer, api }, [`Fit ${size} A`, `Fit ${size} B`])
    const page = await open({ path: `/a/demo/inbox/all?q=Fit%20${size}`, size, theme })
    const wrong: string[] = []
    const inspect = async (what: string) => {
      await shoot(page, `bulk ${what} ${size} ${theme}`)
      for (const found of [...(await misfits(page)), ...(await barriers(page)), ...(await wrongWords(page, spoken))]) wrong.push(`${what}: ${found}`)
    }
    const options = page.getByRole('listbox').getByRole('option')
    await countIs(options, 2, 'both are listed')
    for (const index of [0, 1]) await options.nth(index).locator('[data-pick]').click()
    const region = page
      .locator('section')
      .filter({ has: page.getByRole('status').filter({ hasText: /^2 / }) })
      .last()
    await seen(region.getByRole('button').nth(3))
    await inspect('picked')
    const buttons = region.locator('button:not([aria-label])')
    await buttons.last().click()
    await page.getByRole('dialog').getByRole('radio').first().waitFor()
    await inspect('close')
    await page.keyboard.press('Escape')
    await region.locator('button[aria-label]').nth(2).click()
    await page.getByRole('dialog').waitFor()
    await inspect('tags')
    await page.keyboard.press('Escape')
    await region.locator('button[aria-label]').nth(4).click()
    await seen(page.getByText(/2 (done|feitas)/))
    await inspect('done')
    await page.goto('/a/demo/jobs')
    await seen(page.locator('main').getByRole('heading', { level: 2 }))
    await inspect('jobs')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await inspect('palette')
    assert.deepEqual([...new Set(wrong)], [])
  })
