import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { asksForPerson } from '../kit/customer.ts'
import { bubble, log, notice, openTalk, replyField, row, rows } from '../kit/inbox.ts'
import { becomes, gone, isSamePage, markPage, seen } from '../kit/look.ts'
import { layNetwork } from '../kit/network.ts'
import { openStage } from '../kit/stage.ts'

/** Nothing is ever reloaded by hand: two screens agree at once, and a screen that was cut off is true again by itself. */
const { scene, product } = await openStage()
const network = await layNetwork(product.port)
after(network.stop)

/** ms that a break lasts; long enough for the screen to admit it. */
const aLongBreak = 10_000

/** The words of every bubble, in the order of the screen. */
const words = (page: Page, name: string) =>
  log(page, name)
    .getByRole('article')
    .evaluateAll((all) => all.map((element) => element.querySelector('[dir=auto]')?.textContent ?? ''))
/** What the list says of each conversation, without the time, which passes. */
const lines = (page: Page) =>
  rows(page).evaluateAll((all) =>
    all.map((element) => {
      const row = element.cloneNode(true) as HTMLElement
      row.querySelector('time')?.remove()
      return `${element.id} ${row.textContent}`
    }),
  )

scene('What happens while a thread is on its way for the first time is shown too', async ({ open, customer, api }) => {
  const ana = customer('Ana Veloz')
  const id = await asksForPerson(ana, api)
  await api.send('POST', `/api/conversations/${id}/messages`, { content: 'Ya te atiendo', takeFloor: true })
  await becomes(async () => (await ana.screen()).some(({ text }) => text === 'Ya te atiendo'), true, 'it arrives')
  const page = await open({ path: '/inbox' })
  await seen(row(page, ana.name))
  const [answered, shown] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(`**/api/conversations/${id}/messages*`, async (route) => {
    const response = await route.fetch()
    answered.resolve()
    await shown.promise
    await route.fulfill({ response })
  })
  await row(page, ana.name).click()
  await answered.promise
  await ana.looks()
  await seen(row(page, ana.name).getByText('Leído', { exact: true }))
  shown.resolve()
  await seen(bubble(page, 'Ya te atiendo').getByText('Leído', { exact: true }))
})

scene('The inbox asks for each thing once when it opens', async ({ open }) => {
  const page = await open()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/')) asked.push(pathname + search)
  })
  await page.goto('/inbox')
  await seen(rows(page))
  // Said as soon as the live connection stands.
  await seen(page.getByRole('button', { name: 'Disponible' }))
  assert.ok(asked.some((address) => address.startsWith('/api/conversations?')))
  assert.deepEqual(asked.toSorted(), [...new Set(asked)].toSorted())
})

scene('An act stays on screen while what the server said before it comes in late', async ({ open, customer, api }) => {
  const ana = customer('Ana Tarde')
  const id = await asksForPerson(ana, api)
  const page = await open({ path: `/a/demo/inbox/all/${id}` })
  const close = page.getByRole('button', { name: 'Cerrar' })
  await seen(close)
  const done = Promise.withResolvers<void>()
  await page.route(`**/api/conversations/${id}/floor`, async (route) => {
    await done.promise
    await route.continue()
  })
  await page.keyboard.press('b')
  const silent = page.getByRole('status').filter({ hasText: 'El bot está en pausa aquí' })
  await seen(silent)
  await silent.getByRole('button', { name: 'Cambiar' }).click()
  await seen(page.getByRole('menuitem', { name: 'Durante una hora' }))
  // The server tells of something else that happened to it, and does not know of the act yet.
  await ana.says('¿Siguen ahí?')
  await seen(row(page, ana.name).getByText('¿Siguen ahí?'))
  await seen(page.getByRole('menuitem', { name: 'Durante una hora' }))
  done.resolve()
})

scene('A screen that was cut off while messages came equals a freshly loaded one, without gaps or doubles', async ({ open, customer, api, troubles }) => {
  troubles.expect(/request failed/, /WebSocket/)
  const [ana, leo] = [customer('Ana Corte'), customer('Leo Corte')]
  await asksForPerson(ana, api)
  await asksForPerson(leo, api)
  const page = await open({ path: '/inbox', url: network.url })
  await openTalk(page, ana.name)
  await markPage(page)
  await ana.says('Antes del corte')
  await seen(bubble(page, 'Antes del corte'))

  network.cut()
  const cutAt = performance.now()
  for (let number = 1; number <= 12; number += 1) await ana.says(`Durante el corte ${number}`)
  for (let number = 1; number <= 5; number += 1) await leo.says(`También ${number}`)
  const closed = await asksForPerson(customer('Eva Corte'), api)
  await api.send('POST', `/api/conversations/${closed}/close`, { reason: 'Resuelta' })
  await asksForPerson(customer('Noa Corte'), api)
  await seen(page.getByText(/^(Reconectando…|Sin conexión\.) Estás viendo los datos de las /))
  await becomes(async () => performance.now() - cutAt > aLongBreak, true, 'the break is long enough', aLongBreak + 5000)
  assert.equal((await words(page, ana.name)).length, 3, 'nothing came through the cut wire')

  network.mend()
  await seen(bubble(page, 'Durante el corte 12'))
  await gone(page.getByText(/Estás viendo los datos de las/))
  await ana.says('Después del corte')
  await seen(bubble(page, 'Después del corte'))
  const fresh = await open({ path: new URL(page.url()).pathname })
  await seen(bubble(fresh, 'Después del corte'))
  const wanted = await words(fresh, ana.name)
  assert.deepEqual(wanted.slice(2), ['Antes del corte', ...Array.from({ length: 12 }, (_, index) => `Durante el corte ${index + 1}`), 'Después del corte'])
  await becomes(() => words(page, ana.name), wanted, 'both threads say the same')
  const bar = page.getByRole('button', { name: /^Mostrar / })
  if (await bar.isVisible()) await bar.click()
  await seen(row(page, 'Noa Corte'))
  await becomes(async () => (await lines(page)).sort(), (await lines(fresh)).sort(), 'both lists say the same')
  assert.ok(await isSamePage(page), 'the page was not loaded again')
})

scene(
  'When the network is back for a connection that outlived its absence, the screen stops saying it is offline',
  async ({ open, customer, api, troubles }) => {
    troubles.expect(/request failed/, /WebSocket/)
    const ana = customer('Ana Vuelta')
    await asksForPerson(ana, api)
    const page = await open({ path: '/inbox' })
    await openTalk(page, ana.name)
    await page.context().setOffline(true)
    await seen(page.getByText(/^Sin conexión\. Estás viendo los datos de las /))
    await page.context().setOffline(false)
    await gone(page.getByText(/Estás viendo los datos de las/))
    await ana.says('¿Siguen ahí?')
    await seen(bubble(page, '¿Siguen ahí?'))
  },
)

scene('A conversation that could not be read without a network is there when it is back, without a second try', async ({ open, customer, api, troubles }) => {
  troubles.expect(/request failed/, /WebSocket/)
  const ana = customer('Ana Ausente')
  await asksForPerson(ana, api)
  const page = await open({ path: '/a/demo/inbox/all', url: network.url })
  await seen(row(page, ana.name))
  network.cut()
  await row(page, ana.name).click()
  await seen(page.getByRole('button', { name: 'Probar de nuevo' }))
  network.mend()
  await seen(log(page, ana.name).getByText('humano', { exact: true }))
})

scene('What was written while offline waits in sight and goes out in order when the network is back', async ({ open, customer, api, troubles }) => {
  troubles.expect(/request failed/, /WebSocket/)
  const ana = customer('Ana Espera')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox', url: network.url })
  await openTalk(page, ana.name)
  network.cut()
  await page.context().setOffline(true)
  const field = replyField(page, ana.name)
  const answers = ['Uno', 'Dos', 'Tres']
  for (const answer of answers) {
    await field.fill(answer)
    await field.press('Enter')
    await seen(bubble(page, answer).getByText('Esperando para salir'))
  }
  await seen(page.getByText('3 en espera'))
  assert.ok(
    (await ana.screen()).every(({ text }) => !answers.includes(text)),
    'nothing has gone',
  )
  network.mend()
  await page.context().setOffline(false)
  for (const answer of answers) await seen(bubble(page, answer).getByText(/^(Enviado|Entregado)$/))
  assert.deepEqual(
    (await ana.screen()).map(({ text }) => text).filter((text) => answers.includes(text)),
    answers,
    'each arrived once, in the order of writing',
  )
  await gone(page.getByText('3 en espera'))
})

scene('What is done on one screen is on the other at once', async ({ open, customer, api }) => {
  const ana = customer('Ana Doble')
  await asksForPerson(ana, api)
  const [one, other] = [await open({ path: '/inbox' }), await open({ path: '/inbox' })]
  await openTalk(one, ana.name)
  await openTalk(other, ana.name)
  await replyField(one, ana.name).fill('Hola, ¿cómo estás?')
  await replyField(one, ana.name).press('Enter')
  await seen(bubble(other, 'Hola, ¿cómo estás?').getByText(/^(Enviado|Entregado)$/))
  await ana.looks()
  for (const page of [one, other]) await seen(bubble(page, 'Hola, ¿cómo estás?').getByText('Leído', { exact: true }))
  await one.keyboard.press('Escape')
  await one.keyboard.press('p')
  await one.getByRole('option', { name: 'Alta' }).click()
  await seen(row(other, ana.name).getByText('Alta'))
})

scene('After an update a page that is still open says so, goes on, and keeps what is being written when it is loaded again', async ({ open, troubles }) => {
  troubles.expect(/answer 404: GET .*\/assets\/command-palette/, /Failed to fetch dynamically imported module/)
  const page = await open()
  // The release that this page came from is gone: its files, and its first page.
  await page.route('**/assets/command-palette-*.js', (route) => route.fulfill({ status: 404 }))
  await page.goto('/inbox')
  await openTalk(page, 'Farmacia Central')
  const field = replyField(page, 'Farmacia Central')
  await field.fill('Ya le averi')
  await page.route('**/', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(/\/assets\/index-[\w-]+\.js/g, '/assets/index-newer.js') })
  })
  await page.keyboard.press('Control+k')
  await seen(notice(page, 'Hay una versión nueva.'))
  assert.equal(await field.inputValue(), 'Ya le averi')
  await field.pressSequentially('guo')
  await page.unrouteAll()
  await markPage(page)
  await notice(page, 'Hay una versión nueva.').getByRole('button', { name: 'Recargar' }).click()
  await becomes(() => isSamePage(page).catch(() => true), false, 'it is loaded again')
  await becomes(() => field.inputValue(), 'Ya le averiguo', 'the draft is there')
  await page.keyboard.press('Control+k')
  await seen(page.getByRole('dialog', { name: 'Buscar o ejecutar' }))
})
