import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { asksForPerson } from '../kit/customer.ts'
import { log, notice, openTalk, replyField, row, rows, tab } from '../kit/inbox.ts'
import { becomes, countIs, gone, placeOf, seen } from '../kit/look.ts'
import { openStage } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'
import { wrongWords } from '../kit/words.ts'

/** Which conversations the list shows: views, queues, filters in the address, saved lists, and rows that leave it. */
const { scene } = await openStage()

const chip = (page: Page, label: string) => page.getByRole('button', { name: `Quitar el filtro ${label}`, exact: true })
const chooseView = async (page: Page, name: string | RegExp) => {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByRole('menuitemradio', { name }).click()
}
const title = (page: Page) => page.getByRole('heading', { level: 1 }).getByRole('button').textContent()
const f = (page: Page) => /[?&]f=([^&]*)/.exec(page.url())?.[1] ?? null

scene(
  'Filters stand in the address as people read them, and above the list to be taken off; what an address gets wrong is left out',
  async ({ open, customer, api }) => {
    const [vip, other] = [customer('Vera Filtrada'), customer('Oto Común')]
    const id = await asksForPerson(vip, api)
    await asksForPerson(other, api)
    await api.send('PUT', `/api/conversations/${id}/tags`, { tags: ['Señal VIP'] })
    await api.send('PATCH', `/api/conversations/${id}`, { priority: 'urgent' })
    const page = await open({ path: '/a/demo/inbox/all?f=tag:senal-vip,colour:red,priority:urgent,queue:no-such' })
    await countIs(rows(page), 1, 'only what passes the filters')
    await seen(row(page, vip.name))
    await seen(chip(page, 'Etiqueta: Señal VIP'))
    await chip(page, 'Prioridad: Urgente').click()
    await becomes(async () => f(page), 'queue:no-such,tag:senal-vip', 'the address follows')
    await chip(page, 'Etiqueta: Señal VIP').click()
    await seen(row(page, other.name))

    await page.getByRole('button', { name: /^Filtros/ }).click()
    const panel = page.getByRole('dialog', { name: 'Filtros' })
    await panel.getByRole('option', { name: 'Señal VIP' }).waitFor({ state: 'attached' })
    // Two in one go, quicker than the page follows.
    await panel.evaluate((box) => {
      for (const words of ['Señal VIP', 'Espera hace más de 30 min']) {
        const option = [...box.querySelectorAll('option')].find(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ') === words)!
        const select = option.closest('select')!
        select.value = option.value
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }
    })
    await page.keyboard.press('Escape')
    await seen(page.getByText('Ninguna conversación coincide'))
    assert.match(f(page) ?? '', /tag:senal-vip.*waiting:30m/)

    // A link to what the filters leave out opens it, and says which of them it is.
    await page.goto(`/a/demo/inbox/all/${id}?f=priority:low,tag:senal-vip`)
    await seen(log(page, vip.name))
    await seen(page.getByText('No está en esta lista por: Prioridad: Baja.'))
    await page.getByRole('button', { name: 'Ver dónde está' }).click()
    await seen(row(page, vip.name))
    assert.equal(f(page), null)
  },
)

scene('The list of a queue, of mentions, and the order in which one is needed have addresses of their own', async ({ open, customer, api }) => {
  const [first, second] = [customer('Ana Espera Más'), customer('Leo Espera Menos')]
  await asksForPerson(first, api)
  await asksForPerson(second, api)
  const campaign = await api.send<{ id: string }>('POST', '/api/campaigns', { name: 'Vistas' })
  const queue = await api.send<{ id: string }>('POST', '/api/queues', { campaignId: campaign.id, name: 'Guardia Nocturna' })
  await api.send('POST', `/api/conversations/${await first.conversation()}/transfer`, { queueId: queue.id })
  const page = await open({ path: '/inbox' })
  await seen(row(page, second.name))
  await chooseView(page, /^Guardia Nocturna/)
  await countIs(rows(page), 1, 'what is in the queue')
  await seen(row(page, first.name))
  assert.equal(placeOf(page), '/inbox/queue-guardia-nocturna')
  await becomes(() => tab(page, 'Abiertas').textContent(), 'Abiertas1', 'the count is that of the queue')
  await page.reload()
  await seen(row(page, first.name))
  assert.equal(await title(page), 'Guardia Nocturna')
  await chooseView(page, /^Menciones/)
  await seen(page.getByText('Nadie te mencionó'))

  await page.goto('/a/demo/inbox/all?sort=needs_me')
  await seen(row(page, second.name))
  const names = async () => (await rows(page).allTextContents()).map((text) => [first.name, second.name].find((name) => text.includes(name))).filter(Boolean)
  await becomes(names, [first.name, second.name], 'who waits longer is nearer')
})

scene('A list is kept under a name and a key, renamed, shared and removed, and brought back', async ({ open, customer, api }) => {
  const ana = customer('Ana Urgente')
  const id = await asksForPerson(ana, api)
  await api.send('PATCH', `/api/conversations/${id}`, { priority: 'urgent' })
  const page = await open({ path: '/a/demo/inbox/all?f=priority:urgent&sort=needs_me' })
  await seen(row(page, ana.name))
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Guardar esta vista…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Guardar esta vista' })
  await dialog.getByLabel('Nombre').fill('Lo urgente')
  await dialog.getByLabel('Tecla').selectOption('7')
  await dialog.getByLabel('Compartir con todos').click()
  await dialog.getByRole('button', { name: 'Guardar vista' }).click()
  await gone(dialog)
  await becomes(() => title(page), 'Lo urgente', 'it is called by its name')

  await page.keyboard.press('1')
  await becomes(() => title(page), 'Mías y sin asignar', 'the built-in views keep their keys')
  await page.keyboard.press('7')
  await becomes(() => title(page), 'Lo urgente', 'and 7 leads to the saved one')
  await seen(chip(page, 'Prioridad: Urgente'))
  assert.match(page.url(), /sort=needs_me/)
  await page.keyboard.press('1')
  await chooseView(page, /^Lo urgente/)
  await becomes(() => title(page), 'Lo urgente', 'the menu leads there too')
  await chip(page, 'Prioridad: Urgente').click()
  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Guardar los cambios en «Lo urgente»' }).click()
  await seen(notice(page, '«Lo urgente» guardada'))

  await page.getByRole('heading', { level: 1 }).getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Administrar vistas…' }).click()
  const manage = page.getByRole('dialog', { name: 'Vistas' })
  await manage.getByRole('button', { name: 'Cambiar el nombre de «Lo urgente»' }).click()
  await manage.getByLabel('Nombre').fill('Para hoy')
  await manage.getByRole('button', { name: 'Cambiar nombre' }).click()
  await manage.getByRole('button', { name: 'Quitar «Para hoy»' }).click()
  await seen(manage.getByText('No hay vistas guardadas'))
  await page.keyboard.press('Escape')
  await gone(manage)
  await notice(page, '«Para hoy» quitada').getByRole('button', { name: 'Deshacer' }).click()
  await becomes(() => title(page), 'Para hoy', 'it is back')
  assert.deepEqual(
    (await api.get<{ items: { name: string; isShared: boolean; pin: number | null }[] }>('/api/inbox/views')).items.map(({ name, isShared, pin }) => ({
      name,
      isShared,
      pin,
    })),
    [{ name: 'Para hoy', isShared: true, pin: 7 }],
  )
})

scene('A row that leaves the list by what one does stays, dimmed, with a way back, until one moves on', async ({ open, customer, api }) => {
  const [ana, leo] = [customer('Ana Se Va'), customer('Leo Se Queda')]
  await asksForPerson(ana, api)
  await asksForPerson(leo, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  const close = async () => {
    await page.keyboard.press('e')
    await seen(page.getByRole('dialog'))
    await page.keyboard.press('Control+Enter')
    await gone(page.getByRole('dialog'))
    await seen(row(page, ana.name).getByText('Ya no está en esta lista'))
  }
  await close()
  await row(page, ana.name).getByText('Deshacer').click()
  await gone(row(page, ana.name).getByText('Ya no está en esta lista'))
  await seen(row(page, ana.name))
  await close()
  await openTalk(page, leo.name)
  await gone(row(page, ana.name))
})

scene('Letters of every layout reach the composer and trigger nothing, through dead keys and input methods too', async ({ open, customer, api }) => {
  const ana = customer('Ana Teclado')
  await asksForPerson(ana, api)
  const page = await open({ path: '/inbox' })
  await openTalk(page, ana.name)
  const field = replyField(page, ana.name)
  await field.fill('')
  const place = page.url()
  const letters = 'ñáãç@#\\{}[]'
  await field.pressSequentially(letters)
  assert.equal(await field.inputValue(), letters)
  // An input method that is composing: its Enter takes a word over and sends nothing, its letters are no keys.
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'ã', selectionStart: 1, selectionEnd: 1 })
  for (const key of ['Enter', 'e', 'Process', 'Dead'])
    await field.evaluate(
      (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, keyCode: 229, bubbles: true, cancelable: true })),
      key,
    )
  await session.send('Input.insertText', { text: 'ã' })
  assert.equal(await field.inputValue(), `${letters}ã`, 'nothing was sent, nothing lost')
  await field.press('Escape')
  for (const letter of letters) await page.keyboard.press(letter === '\\' ? 'Backslash' : letter).catch(() => page.keyboard.insertText(letter))
  for (const modifier of [{ ctrlKey: true, altKey: true }, { altKey: true }, { isComposing: true }])
    for (const key of ['@', '1', 'e', 'j', 'Dead'])
      await page.evaluate(
        ({ key, modifier }) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifier })),
        { key, modifier },
      )
  assert.equal(page.url(), place)
  await countIs(page.getByRole('dialog'), 0, 'no dialog opened')
})

for (const [size, spoken] of [
  ['desk', 'pt-BR'],
  ['phone', 'en'],
] as const)
  scene(`Filters, views and what is kept fit and shut nobody out, ${size}, ${spoken}`, async ({ open, customer, api }) => {
    const ana = customer(`Ana Mira ${size}`)
    const id = await asksForPerson(ana, api)
    await api.send('PUT', `/api/conversations/${id}/tags`, { tags: ['Una etiqueta con un nombre bastante largo'] })
    const shows = { view: 'all', tab: 'open', sort: 'needs_me', priority: 'urgent' }
    await api.send('POST', '/api/inbox/views', { name: `Una vista con un nombre largo ${size}`, shows })
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const page = await open({ path: '/a/demo/inbox/all?f=tag:una-etiqueta-con-un-nombre-bastante-largo,unread,window:24h,waiting:1m,priority:urgent', size })
    const wrong: string[] = []
    const words = { filters: { 'pt-BR': /^Filtros/, en: /^Filters/ }[spoken], manage: { 'pt-BR': 'Gerenciar visões…', en: 'Manage views…' }[spoken] }
    await seen(page.getByRole('group', { name: words.filters }))
    wrong.push(...(await inspect(page, `filtered list ${size}`)))
    await page.getByRole('button', { name: words.filters }).click()
    await seen(page.getByRole('dialog').getByRole('switch'))
    wrong.push(...(await inspect(page, `filters ${size}`)))
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1 }).getByRole('button').click()
    await seen(page.getByRole('menu'))
    wrong.push(...(await inspect(page, `views ${size}`)))
    await page.getByRole('menuitem', { name: words.manage }).click()
    await seen(page.getByRole('dialog').getByRole('listitem'))
    wrong.push(...(await inspect(page, `managed views ${size}`)), ...(await wrongWords(page, spoken)))
    await api.send('PUT', '/api/auth/profile', { language: 'es' })
    assert.deepEqual(wrong, [])
  })
