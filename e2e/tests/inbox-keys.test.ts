import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { asksForPerson } from '../kit/customer.ts'
import { log, noteField, openTalk, replyField, row } from '../kit/inbox.ts'
import { becomes, countIs, gone, placeOf, seen } from '../kit/look.ts'
import { openStage } from '../kit/stage.ts'

/** The inbox without a mouse, and the promise that no letter is ever eaten. */
const { scene } = await openStage()

/** The name in the row that the next Enter opens. */
const activeRow = (page: Page): Promise<string | null> =>
  page
    .getByRole('listbox', { name: 'Conversaciones' })
    .evaluate((list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.getAttribute('id') ?? null)

scene(
  'j and k move, Enter opens, r answers, n notes, i shows the panel, m takes, b switches the bot, e closes, ? lists it all',
  async ({ open, customer, api }) => {
    const [first, second] = [customer('Zoe Segunda'), customer('Ana Primera')]
    await asksForPerson(first, api)
    await asksForPerson(second, api)
    const page = await open({ path: '/inbox' })
    await seen(row(page, second.name))
    const [top, below] = [await row(page, second.name).getAttribute('id'), await row(page, first.name).getAttribute('id')]
    await page.keyboard.press('j')
    assert.equal(await activeRow(page), top)
    await page.keyboard.press('j')
    assert.equal(await activeRow(page), below)
    assert.equal(placeOf(page), '/inbox', 'moving opens nothing')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await seen(log(page, second.name))

    await page.keyboard.press('r')
    await becomes(() => replyField(page, second.name).evaluate((field) => field === document.activeElement), true, 'r leads into the field')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await becomes(() => noteField(page, second.name).evaluate((field) => field === document.activeElement), true, 'n leads into the note')
    await page.keyboard.press('Escape')

    const panel = page.getByRole('complementary', { name: 'Datos de la persona' })
    await seen(panel)
    await page.keyboard.press('i')
    await gone(panel)
    await page.keyboard.press('i')
    await seen(panel)

    await page.keyboard.press('m')
    await seen(page.getByText(/^La conversación quedó asignada a /))
    await page.keyboard.press('b')
    await seen(page.getByRole('button', { name: 'Tomar la conversación' }))
    await page.keyboard.press('b')
    await gone(page.getByRole('button', { name: 'Tomar la conversación' }))

    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Atajos de teclado' })
    for (const text of ['Conversación siguiente', 'Responder', 'Escribir una nota', 'Cerrar', 'Ir a Inicio'])
      await seen(help.getByRole('listitem').filter({ hasText: text }))
    await page.keyboard.press('Escape')
    await gone(help)

    await page.keyboard.press('e')
    await page.getByRole('radio', { name: 'Resuelta' }).waitFor()
    await page.keyboard.press('Enter')
    await seen(page.getByText(/^Cerrada · /))
  },
)

scene('The cursor is in the field with the key itself, so that the first letter after it is written', async ({ open, customer, api }) => {
  const ana = customer('Ana Veloz')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await seen(replyField(page, ana.name))
  const focusedBy = (key: string) =>
    page.evaluate((pressed) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
      return document.activeElement?.getAttribute('aria-label')
    }, key)
  assert.equal(await focusedBy('r'), `Mensaje para ${ana.name}`)
  await page.keyboard.press('Escape')
  assert.equal(await focusedBy('n'), `Nota interna sobre ${ana.name}`)
})

scene('Letters of every keyboard arrive in the field and trigger nothing', async ({ open, customer, api }) => {
  const ana = customer('Ana Letras')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  const field = replyField(page, ana.name)
  const place = page.url()
  await page.keyboard.press('r')
  await becomes(() => field.evaluate((element) => element === document.activeElement), true, 'the cursor is in the field')
  // Every key of the inbox as a letter, then what ES, LA, PT-BR, PL and DE layouts write with AltGr, Option or a dead key.
  const letters = 'jkrnempblozuaitvgqwxeJKE?/123 ñáüãõç@#\\{}[]~ął€'
  await field.pressSequentially(letters)
  assert.equal(await field.inputValue(), letters)
  for (const [key, code] of [
    ['@', 'Digit2'],
    ['#', 'Digit3'],
    ['€', 'KeyE'],
    ['ą', 'KeyA'],
    ['ł', 'KeyL'],
  ] as const) {
    await page.evaluate(
      ({ key, code }) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, altKey: true, ctrlKey: true, bubbles: true, cancelable: true })),
      { key, code },
    )
  }
  assert.equal(page.url(), place)
  await countIs(page.getByRole('dialog'), 0, 'no dialog opened')
  assert.equal(await field.inputValue(), letters)
  await field.press('Shift+Enter')
  await field.pressSequentially('otra línea')
  assert.equal(await field.inputValue(), `${letters}\notra línea`)
  // Outside of fields, what is written with AltGr or Option triggers nothing either.
  await field.press('Escape')
  for (const key of ['@', '#', 'e', 'b'])
    await page.evaluate((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true })), key)
  await countIs(page.getByRole('dialog'), 0, 'no dialog opened')
})

scene('Going between pages by g and a letter, and finding a conversation with Ctrl K', async ({ open, customer, api }) => {
  const ana = customer('Ana Buscada')
  await asksForPerson(ana, api)
  const page = await open({ path: '/home' })
  await seen(page.getByRole('heading', { name: /^Buen/ }))
  await page.getByRole('heading', { name: /^Buen/ }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await seen(page.getByRole('listbox', { name: 'Conversaciones' }))
  await page.keyboard.press('Control+k')
  const find = page.getByRole('dialog', { name: 'Buscar o ejecutar' })
  await find.getByRole('combobox').fill('ana buscada')
  await seen(find.getByRole('option').filter({ hasText: ana.name }))
  await page.keyboard.press('Enter')
  await seen(log(page, ana.name))
  await page.keyboard.press('Control+k')
  const first = find.getByRole('option').first()
  await seen(find.getByRole('option').filter({ hasText: ana.name }))
  await becomes(() => first.getAttribute('aria-selected'), 'true', 'what was found stands first and is what Enter takes')
})

scene('What is typed while the palette is on its way is searched for and does nothing to the page below', async ({ open, customer, api }) => {
  const ana = customer('Ana Apurada')
  const id = await asksForPerson(ana, api)
  const page = await open()
  let arrive = () => undefined as void
  const way = new Promise<void>((resolve) => void (arrive = resolve))
  await page.route(/command-palette/, async (route) => {
    await way
    await route.continue()
  })
  await page.goto(`/a/demo/inbox/all/${id}`)
  await seen(log(page, ana.name))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ana m')
  arrive()
  await becomes(() => page.getByRole('combobox').inputValue(), 'ana m', 'the palette has what was typed')
  assert.equal((await api.get<{ assignee: unknown }>(`/api/conversations/${id}`)).assignee, null, 'm assigned nothing')
})
