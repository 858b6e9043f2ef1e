import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { asksForPerson } from '../kit/customer.ts'
import { bubble, log, openTalk, replyField, row, rows, tab } from '../kit/inbox.ts'
import { becomes, countIs, gone, placeOf, seen } from '../kit/look.ts'
import { openStage } from '../kit/stage.ts'

/** The list of conversations: what it holds, that it stands still, and that every state of it has an address. */
const { scene } = await openStage()

/** Where every row stands on screen, by name of the first line. */
const places = (page: Page) => rows(page).evaluateAll((all) => all.map((element) => [element.id, Math.round(element.getBoundingClientRect().top)]))

scene('While the pointer is on the list nothing moves: what is new waits behind a bar', async ({ open, customer, api }) => {
  const page = await open({ path: '/inbox' })
  await row(page, 'Valentina Soto').hover()
  const before = await places(page)
  for (const name of ['Nueva Uno', 'Nueva Dos', 'Nueva Tres']) await asksForPerson(customer(name), api)
  const bar = page.getByRole('button', { name: 'Mostrar 3 conversaciones nuevas' })
  await seen(bar)
  assert.deepEqual(await places(page), before, 'every row stands where it stood')
  await bar.click()
  await gone(bar)
  await seen(row(page, 'Nueva Uno'))
  assert.match((await rows(page).first().textContent()) ?? '', /Nueva Tres/, 'the newest is on top')
})

scene('Unread counts: on the row, in the menu and in the title, and gone once the conversation was opened', async ({ open, customer, api }) => {
  const ana = customer('Ana Sin Leer')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await seen(row(page, ana.name))
  await ana.says('¿Hola?')
  await ana.says('¿Están?')
  await seen(row(page, ana.name).getByText(/sin leer/))
  const { unread } = await api.get<{ unread: number }>('/api/conversations/counts')
  await seen(page.getByRole('link', { name: `Bandeja ${unread} sin leer` }))
  await openTalk(page, ana.name)
  await gone(row(page, ana.name).getByText(/sin leer/))
  await seen(page.getByRole('link', { name: `Bandeja ${unread - 1} sin leer` }))
  await page.keyboard.press('u')
  await seen(row(page, ana.name).getByText('1 sin leer'))
})

scene(
  'Searching finds by name without accents and inside of messages; filters say that nothing matches and can be taken off',
  async ({ open, customer, api }) => {
    const jose = customer('José Ñandú')
    await asksForPerson(jose, api)
    await jose.says('Necesito una ecografía de rodilla')
    const page = await open({ path: '/inbox' })
    await seen(row(page, jose.name))
    await page.keyboard.press('/')
    const field = page.getByRole('searchbox', { name: 'Buscar conversaciones' })
    await field.fill('nandu')
    await countIs(rows(page), 1, 'only José is left')
    await seen(row(page, jose.name))
    await field.fill('ecografia de rod')
    await seen(page.getByText('En los mensajes'))
    await page
      .getByText(/ecografía de rodilla/)
      .first()
      .click()
    await seen(log(page, jose.name))
    await field.fill('')
    await page.getByRole('button', { name: 'Filtros', exact: true }).click()
    await page.getByRole('switch', { name: 'Solo no leídas' }).click()
    await page.keyboard.press('Escape')
    await seen(row(page, 'Farmacia Central'))
    await gone(row(page, 'Valentina Soto'))
    assert.match(page.url(), /f=unread/)
    await tab(page, 'Pospuestas').click()
    await seen(page.getByText('Ninguna conversación coincide'))
    await page.getByRole('button', { name: 'Quitar filtros' }).click()
    await seen(page.getByText('Nada pospuesto'))
  },
)

scene('A message found by its words is brought into view, however far up it was said', async ({ open, customer, api }) => {
  const ana = customer('Ana Aguja')
  await asksForPerson(ana, api)
  await ana.says('Busco una aguja plateada')
  for (let number = 1; number <= 55; number += 1) await ana.says(`Paja ${number}`)
  const page = await open({ path: '/inbox' })
  await seen(row(page, ana.name))
  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: 'Buscar conversaciones' }).fill('aguja plateada')
  await page.getByRole('button', { name: /Busco una aguja plateada/ }).click()
  await becomes(() => bubble(page, 'aguja plateada').evaluate((element) => element === document.activeElement), true, 'the message has the focus')
  await page.keyboard.press('.')
  await page.getByRole('menuitem', { name: 'Copiar enlace' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await open({ path: link })
  await becomes(() => bubble(other, 'aguja plateada').evaluate((element) => element === document.activeElement), true, 'the link leads there too')
})

scene('A draft stays with its conversation, through switching and through a reload', async ({ open, customer, api }) => {
  const [ana, leo] = [customer('Ana Borrador'), customer('Leo Limpio')]
  await asksForPerson(ana, api)
  await asksForPerson(leo, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  await replyField(page, ana.name).fill('Te cuento que')
  await openTalk(page, leo.name)
  assert.equal(await replyField(page, leo.name).inputValue(), '')
  await seen(row(page, ana.name).getByText('Borrador:'))
  await seen(row(page, ana.name).getByText('Te cuento que'))
  await openTalk(page, ana.name)
  assert.equal(await replyField(page, ana.name).inputValue(), 'Te cuento que')
  await page.reload()
  await becomes(() => replyField(page, ana.name).inputValue(), 'Te cuento que', 'the draft is there after a reload')
})

scene(
  'An address opens the same screen elsewhere; a conversation outside of the list says why; one that does not exist says so',
  async ({ open, customer, api, troubles }) => {
    const ana = customer('Ana Enlace')
    const id = await asksForPerson(ana, api)
    await api.send('POST', `/api/conversations/${id}/close`, { reason: 'Resuelta' })
    const page = await open({ path: `/a/demo/inbox/mine/${id}` })
    await seen(log(page, ana.name))
    await seen(page.getByText('No está en esta lista: está cerrada.'))
    await page.getByRole('button', { name: 'Ver dónde está' }).click()
    await seen(row(page, ana.name))
    assert.equal(placeOf(page), `/inbox/all/${id}`)
    assert.equal(new URL(page.url()).search, '?tab=closed')

    troubles.expect(/answer 404: GET .*\/api\/conversations\/01920000/)
    await page.goto('/a/demo/inbox/all/01920000-0000-7000-8000-000000000000')
    await seen(page.getByText('Esta conversación no existe o ya no está disponible para vos'))
    await page.getByRole('button', { name: 'Ver la lista' }).click()
    await seen(page.getByText('Elegí una conversación'))
  },
)

scene('The way back leads through the conversations that were open to the list, and on to the page before', async ({ open }) => {
  const page = await open({ path: '/home' })
  await page.getByRole('link', { name: /^Bandeja/ }).click()
  await openTalk(page, 'Ricardo Peña')
  await openTalk(page, 'Farmacia Central')
  await page.goBack()
  await seen(log(page, 'Ricardo Peña'))
  await page.goBack()
  await seen(page.getByText('Elegí una conversación'))
  await page.goBack()
  await seen(page.getByRole('heading', { name: /^Buen/ }))
  await page.goForward()
  await page.goForward()
  await seen(log(page, 'Ricardo Peña'))
})
