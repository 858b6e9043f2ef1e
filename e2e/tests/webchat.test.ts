import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { openForeignSite } from '../kit/foreign-site.ts'
import { bubble, openTalk, replyField, tab } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { layNetwork } from '../kit/network.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** The chat of a site: made on the pages of channels, and on a page of another site, as its visitors meet it: one tag, a strict policy, nobody signed in. */
const { scene, product } = await openStage()
const site = await openForeignSite()
after(() => site.stop())

const menu = {
  schema: 1,
  start: 'ask',
  nodes: {
    ask: {
      type: 'menu',
      text: '¿Qué buscás?',
      options: [
        { id: 'shoes', label: 'Zapatos', next: 'said' },
        { id: 'person', label: 'Hablar con alguien', next: 'person' },
      ],
    },
    said: { type: 'message', text: 'Tenemos del 35 al 44', next: 'wait' },
    wait: { type: 'delay', seconds: 600, typing: true, next: 'person' },
    person: { type: 'transfer_to_agent' },
  },
}

const madeChat = async (api: Api, settings: Record<string, unknown> = {}, answered = false): Promise<string> => {
  const { id } = await api.send<{ id: string }>('POST', '/api/channels', {
    kind: 'webchat',
    name: 'Zapatería Río',
    settings: { origins: [site.origin], ...settings },
  })
  if (!answered) return id
  const flow = await api.send<{ id: string }>('POST', '/api/flows', { name: 'Zapatos', definition: menu })
  await api.send('POST', `/api/flows/${flow.id}/publish`, {})
  await api.send('PATCH', `/api/channels/${id}`, { flowId: flow.id })
  return id
}

const launcher = (page: Page) => page.getByRole('button', { name: /^Abrir el chat|^Cerrar el chat/ }).last()
const panel = (page: Page) => page.getByRole('dialog', { name: 'Zapatería Río' })
const field = (page: Page) => page.getByRole('textbox', { name: 'Escribí tu mensaje' })
const said = (page: Page, text: string | RegExp) => page.getByRole('log', { name: 'Mensajes' }).locator('.row').filter({ hasText: text })
const write = async (page: Page, text: string) => {
  await field(page).fill(text)
  await field(page).press('Enter')
}
const texts = (page: Page) => page.getByRole('log', { name: 'Mensajes' }).locator('.bubble').allInnerTexts()

scene('A visitor asks on a foreign page, the flow answers, a person takes over, and a reload keeps it all', async ({ open, api }) => {
  site.show({ key: await madeChat(api, { preChat: ['name', 'email'] }, true), host: product.url })
  const page = await open({ signedIn: false })
  await page.goto(site.origin)
  await launcher(page).click()
  await seen(panel(page))
  await page.getByRole('button', { name: 'Empezar' }).click()
  await seen(page.getByText('Falta completar esto.'))
  assert.deepEqual(await barriers(page), [])
  await page.getByRole('textbox', { name: 'Tu nombre' }).fill('Rosa Díaz')
  await page.getByRole('textbox', { name: 'Tu correo' }).fill('rosa@')
  await page.getByRole('button', { name: 'Empezar' }).click()
  await seen(page.getByText('Este correo no parece correcto.'))
  await shoot(page, 'webchat before the first message')
  await page.getByRole('textbox', { name: 'Tu correo' }).fill('rosa@example.com')
  await page.getByRole('button', { name: 'Empezar' }).click()
  await write(page, 'Hola')
  await page.getByRole('button', { name: 'Zapatos' }).click()
  await seen(said(page, 'Tenemos del 35 al 44'))
  await seen(page.getByText('Está escribiendo…'))
  assert.deepEqual(await barriers(page), [])
  await shoot(page, 'webchat with a flow')

  const agent = await open({ path: '/a/demo/inbox/all' })
  await tab(agent, 'Bot').click()
  await openTalk(agent, 'Rosa Díaz')
  await seen(bubble(agent, 'Tenemos del 35 al 44'))
  await agent.getByRole('button', { name: 'Tomar la conversación' }).click()
  await replyField(agent, 'Rosa Díaz').fill('Hola Rosa, ¿qué número?')
  await replyField(agent, 'Rosa Díaz').press('Enter')
  await seen(said(page, '¿qué número?'))
  await seen(bubble(agent, '¿qué número?').getByText('Leído'))

  await page.keyboard.press('Escape')
  await gone(panel(page))
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className), 'launcher', 'the focus is back where it came from')
  await replyField(agent, 'Rosa Díaz').fill('Hay del 38')
  await replyField(agent, 'Rosa Díaz').press('Enter')
  await seen(page.getByRole('button', { name: 'Abrir el chat, 1 sin leer' }))
  await page.reload()
  await seen(page.getByRole('button', { name: 'Abrir el chat, 1 sin leer' }))
  await launcher(page).click()
  await seen(said(page, 'Hay del 38'))
  assert.deepEqual((await texts(page)).slice(-2), ['Hola Rosa, ¿qué número?', 'Hay del 38'])
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  await page.locator('input[type=file]').setInputFiles({ name: 'suela.png', mimeType: 'image/png', buffer: png })
  await seen(page.getByRole('img', { name: 'suela.png' }))
  await becomes(
    () => page.getByRole('img', { name: 'suela.png' }).evaluate((picture: HTMLImageElement) => picture.complete && picture.naturalWidth),
    1,
    'the page may show the picture',
  )
  // A list that is on screen lets nothing jump into it, but offers what is new; whoever comes anew sees it at once.
  await agent.goto('/a/demo/inbox/all')
  await seen(agent.getByRole('option').filter({ hasText: 'suela.png' }))
})

scene('A visitor begins by a press, hears a sound only if they want one, and takes the talk along', async ({ open, api }) => {
  site.show({ key: await madeChat(api, { shortcuts: ['¿Hacen envíos?', '¿A qué hora abren?'] }), host: product.url })
  const page = await open({ signedIn: false })
  await page.goto(site.origin)
  await launcher(page).click()
  await seen(page.getByText('¡Hola! ¿En qué te podemos ayudar?'))
  assert.deepEqual(await barriers(page), [])
  await shoot(page, 'webchat home')
  await page.getByRole('button', { name: '¿Hacen envíos?' }).click()
  await seen(said(page, '¿Hacen envíos?').getByText(/Enviado|Leído/))
  await gone(page.getByRole('button', { name: '¿A qué hora abren?' }))
  const more = page.getByRole('button', { name: 'Más opciones' })
  await more.click()
  const sound = page.getByRole('switch', { name: 'Sonido al llegar un mensaje' })
  assert.equal(await sound.getAttribute('aria-checked'), 'false')
  await sound.click()
  assert.equal(await sound.getAttribute('aria-checked'), 'true')
  assert.deepEqual(await barriers(page), [])
  await shoot(page, 'webchat menu')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Descargar la conversación' }).click()])
  assert.match(download.suggestedFilename(), /^Zapatería Río \d{4}-\d\d-\d\d\.txt$/)
  assert.match(readFileSync(await download.path(), 'utf8'), /^\ufeffZapatería Río\n\n\[[^\]]+\] Vos: ¿Hacen envíos\?\n$/)
  await page.keyboard.press('Escape')
  assert.equal(await more.getAttribute('aria-expanded'), 'false')
  await seen(panel(page))
  await page.reload()
  await launcher(page).click()
  await more.click()
  assert.equal(await sound.getAttribute('aria-checked'), 'true', 'what was chosen stays')
})

scene('Offline and back: what is written waits, what was missed comes once and in order', async ({ open, api, troubles }) => {
  troubles.expect(/ERR_|WebSocket/)
  const network = await layNetwork(Number(new URL(product.url).port))
  try {
    site.show({ key: await madeChat(api), host: network.url })
    const page = await open({ signedIn: false })
    await page.goto(site.origin)
    await launcher(page).click()
    await write(page, 'Soy yo otra vez')
    await seen(said(page, 'Soy yo otra vez').getByText(/Enviado|Leído/))
    const agent = await open({ path: '/a/demo/inbox/all' })
    await agent.getByRole('option').filter({ hasText: 'Soy yo otra vez' }).filter({ hasText: 'Sin nombre' }).click()
    const reply = agent.getByRole('textbox', { name: /^Mensaje para/ })
    await reply.fill('antes del corte')
    await reply.press('Enter')
    await seen(said(page, 'antes del corte'))
    network.cut()
    await seen(page.getByText('Sin conexión. Lo que escribas sale cuando vuelva.'))
    await write(page, 'desde el subte')
    await seen(said(page, 'desde el subte').getByText('Enviando'))
    for (const text of ['uno', 'dos']) {
      await reply.fill(text)
      await reply.press('Enter')
      await seen(bubble(agent, text).getByText(/^(Enviado|Entregado|Leído)$/))
    }
    network.mend()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await seen(said(page, 'desde el subte').getByText(/Enviado|Leído/))
    await becomes(async () => (await texts(page)).slice(1), ['Soy yo otra vez', 'antes del corte', 'uno', 'dos', 'desde el subte'], 'all of it once')
    await seen(bubble(agent, 'desde el subte'))
    // What waits survives the page.
    network.cut()
    await seen(page.getByText('Sin conexión. Lo que escribas sale cuando vuelva.'))
    await write(page, 'y me voy')
    network.mend()
    await page.reload()
    await seen(bubble(agent, 'y me voy'))
    assert.equal(await bubble(agent, 'y me voy').count(), 1)
  } finally {
    await network.stop()
  }
})

scene('On a phone, in the dark and in Portuguese it covers the page and keeps the focus', async ({ open, api }) => {
  site.show({
    key: await madeChat(api, { language: 'pt-BR', colour: '#ffe600', offlineText: '', shortcuts: ['Vocês entregam?'] }),
    host: product.url,
    more: 'data-theme="dark"',
  })
  const page = await open({ signedIn: false, size: 'phone', language: 'pt-BR' })
  await page.goto(site.origin)
  await shoot(page, 'webchat closed on a phone')
  await page.getByRole('button', { name: 'Abrir o chat' }).click()
  await page.getByRole('textbox', { name: 'Escreva sua mensagem' }).fill('Oi, tudo bem?')
  await page.getByRole('button', { name: 'Enviar' }).click()
  await seen(page.getByText(/Enviada|Lida/))
  await page.getByRole('button', { name: 'Mais opções' }).click()
  assert.deepEqual(await barriers(page), [])
  await shoot(page, 'webchat on a phone in the dark')
  const focused = () => page.evaluate(() => document.activeElement?.id)
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab')
    assert.equal(await focused(), 'chasqui-chat', `the focus stays, step ${step}`)
  }
})

scene('A page that is not on the list shows no chat', async ({ open, api, troubles }) => {
  troubles.expect(/CORS/, /ERR_FAILED/)
  site.show({ key: await madeChat(api, { origins: ['https://elsewhere.example'] }), host: product.url })
  const page = await open({ signedIn: false })
  const refused = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/webchat/'))
  await page.goto(site.origin)
  await refused
  await seen(page.getByRole('heading', { name: 'Zapatería Río' }))
  assert.equal(await page.locator('#chasqui-chat').count(), 0)
})

scene('Who has just installed the product finds a web chat that answers, and tries it as a visitor', async ({ open, product }) => {
  const page = await open({ path: '/a/demo/channels' })
  await page.getByRole('link', { name: /Chat del sitio/ }).click()
  await seen(page.getByRole('heading', { name: 'Chat del sitio', level: 1 }))
  const trial = page.getByRole('link', { name: 'Probar', exact: true })
  await looksRight(page, 'webchat of the demo', 'es')
  const visitor = await open({ signedIn: false, size: 'phone', theme: 'dark' })
  await visitor.goto(new URL((await trial.getAttribute('href'))!, product.url).href)
  await visitor.getByRole('button', { name: 'Abrir el chat' }).click()
  await seen(visitor.getByRole('dialog', { name: 'Clínica Demo' }))
  assert.deepEqual(await barriers(visitor), [])
  await shoot(visitor, 'webchat of the demo, home')
  await visitor.getByRole('button', { name: 'Hola', exact: true }).click()
  await visitor.getByRole('button', { name: 'Horarios' }).click()
  await seen(said(visitor, /Atendemos/))
  await shoot(visitor, 'webchat of the demo, answered')
})

scene('Somebody makes a web chat, chooses its look before their eyes, and takes the line for their site along', async ({ open, api, troubles }) => {
  troubles.expect(/answer 422: PATCH/)
  const page = await open({ path: '/a/demo/channels/new' })
  await page.getByRole('link', { name: 'Elegir Chat en la web' }).click()
  await page.getByLabel('Nombre del canal', { exact: true }).fill('Sitio')
  await looksRight(page, 'webchat channel form', 'es')
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('heading', { name: 'Sitio', level: 1 }))
  const preview = page.frameLocator('iframe')
  await seen(preview.getByRole('dialog', { name: 'Sitio' }))
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'IFRAME', 'the preview takes nobody away from what they do')
  await page.getByLabel('Nombre que ven los visitantes').fill('Zapatería Río')
  await page.getByLabel('Saludo').fill('Bienvenida a la zapatería')
  await seen(preview.getByRole('dialog', { name: 'Zapatería Río' }))
  await seen(preview.getByText('Bienvenida a la zapatería'))
  await page.getByLabel('Color').fill('#ffe600')
  await page.getByLabel('Correo', { exact: true }).check()
  await seen(preview.getByRole('textbox', { name: 'Tu correo' }))
  await page.getByLabel('Correo', { exact: true }).uncheck()
  await page.getByLabel('Preguntas para tocar').fill('¿Hacen envíos?')
  await seen(preview.getByRole('button', { name: '¿Hacen envíos?' }))
  const origins = page.getByLabel('Sitios donde puede abrir')
  await origins.fill('zapateria')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Escribí cada sitio como https://www.ejemplo.com, uno por línea.'))
  await origins.fill(`${site.origin}/inicio\nhttps://zapateria.example`)
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Chat guardado.'))
  await becomes(() => origins.inputValue(), `${site.origin}\nhttps://zapateria.example`, 'each as the origin that it is')
  await looksRight(page, 'webchat channel page', 'es')
  const key = new URL(page.url()).pathname.split('/').at(-1)!
  await seen(page.getByText(`<script src="${product.url}/widget.js" data-key="${key}" async></script>`))
  await page.getByRole('button', { name: 'Crear una clave nueva' }).click()
  await seen(page.getByText('Clave para firmar; se muestra solo ahora'))

  site.show({ key, host: product.url })
  const visitor = await open({ signedIn: false })
  await visitor.goto(site.origin)
  await launcher(visitor).click()
  await seen(panel(visitor))
  await seen(visitor.getByText('Bienvenida a la zapatería'))

  await page.locator('iframe').scrollIntoViewIfNeeded()
  await shoot(page, 'webchat preview')
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const small = await open({ path: `/a/demo/channels/${key}?tab=settings`, size: 'phone', theme: 'dark', language: 'pt-BR' })
  await seen(small.getByRole('heading', { name: 'Sitio', level: 1 }))
  await seen(small.getByLabel('Sites onde pode abrir'))
  await small.getByLabel('Sites onde pode abrir').scrollIntoViewIfNeeded()
  await looksRight(small, 'webchat channel page on a phone in the dark', 'pt-BR')
})
