import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { asksForPerson, simulatorChannel } from '../kit/customer.ts'
import { bubble } from '../kit/inbox.ts'
import { becomes, gone, placeOf, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { shoot } from '../kit/shots.ts'
import { openStage, type Language, type Size, type Theme } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** As much of Meta as connecting a number needs: one token works, all others are refused as Meta does it. */
const goodToken = 'EAAGgoodTokenOfASystemUser'
const needed = ['whatsapp_business_messaging', 'whatsapp_business_management']
const sound = { number: { status: 'CONNECTED', name_status: 'APPROVED' }, token: { is_valid: true, expires_at: 0, scopes: needed } }
const tells = structuredClone(sound)
const meta = createServer((request, response) => {
  const good = request.headers.authorization === `Bearer ${goodToken}`
  const answer = good
    ? request.url?.includes('/debug_token')
      ? { data: tells.token }
      : { success: true, display_phone_number: '+54 11 5555-0101', verified_name: 'Clínica', quality_rating: 'GREEN', ...tells.number }
    : { error: { code: 190, type: 'OAuthException', message: 'Error validating access token' } }
  response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
})
await new Promise<void>((resolve) => void meta.listen(0, '127.0.0.1', resolve))
after(() => void meta.close())

const { scene } = await openStage({ GRAPH_API_URL: `http://127.0.0.1:${(meta.address() as AddressInfo).port}` })

const list = '/a/demo/channels'
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const point = (page: Page, name: string) => region(page, 'Comprobaciones').getByRole('listitem').filter({ hasText: name })
/** Another part of the channel's page. */
const turnTo = (page: Page, tab: string) => page.getByRole('tab', { name: tab, exact: true }).click()
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
}
const connect = (page: Page) => page.getByRole('button', { name: 'Conectar', exact: true }).click()
const fromMenu = async (page: Page, channel: string, act: string) => {
  await page.getByRole('button', { name: `Acciones de ${channel}` }).click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
}

let numbers = 0
const settings = () => ({
  phoneNumberId: `10600000000${(numbers += 1)}`,
  businessAccountId: `10200000000${numbers}`,
  accessToken: goodToken,
  appSecret: '0123456789abcdef0123456789abcdef',
  verifyToken: 'verify-it',
})

scene('The owner connects a number; each refusal says what to do, and the checklist ticks by what is really seen', async ({ open, product, troubles }) => {
  troubles.expect(/answer 422: (POST|PATCH) .*channels/)
  const page = await open({ path: '/home' })
  await page.getByRole('link', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('heading', { name: 'Conectar un canal', level: 1 }))
  for (const name of ['WhatsApp por WAHA', 'WhatsApp por WPPConnect']) await seen(page.getByRole('heading', { name, exact: true }))
  await shoot(page, 'channels methods')
  await page.getByRole('link', { name: 'Elegir WhatsApp, API oficial de Meta' }).click()
  assert.match(page.url(), /type=cloud$/)
  await connect(page)
  await seen(page.getByText('Completá este dato.'))
  await fill(page, {
    'Nombre del canal': 'Recepción',
    'Id del número de teléfono': 'no es un id',
    'Cuenta de WhatsApp Business': '102000000000009',
    'Token de acceso': 'EAAGexpired',
    'Clave secreta de la aplicación': '0123456789abcdef0123456789abcdef',
  })
  assert.equal(await page.getByLabel('Responde', { exact: true }).inputValue(), '', 'no flow answers unless somebody says so')
  assert.ok(await page.getByRole('radio', { name: /^A todos/ }).isChecked())
  await connect(page)
  await seen(page.getByLabel('Id del número de teléfono', { exact: true }).and(page.locator('[aria-invalid=true]')))
  await seen(page.getByText('Este dato no tiene la forma que usa Meta.'))
  await fill(page, { 'Id del número de teléfono': '106000000000009' })
  await connect(page)
  await seen(page.getByText('El token de acceso no sirve o venció.'))
  await shoot(page, 'channels refused')
  await fill(page, { 'Token de acceso': goodToken })
  await connect(page)

  await seen(page.getByRole('heading', { name: 'Recepción', level: 1 }))
  assert.match(placeOf(page), /^\/channels\/[0-9a-f-]{36}$/)
  await seen(page.getByText('+54 11 5555-0101'))
  await seen(point(page, 'El proveedor acepta la cuenta').getByText(': bien'))
  await seen(point(page, 'El proveedor nos avisa de los mensajes').getByText(': bien'))
  await seen(region(page, 'Calidad y límites').getByText('Alta', { exact: true }))
  const verified = point(page, 'La dirección está verificada')
  await seen(verified.getByText(': en espera'))
  const [address = '', token = ''] = await verified.locator('code').allTextContents()
  await shoot(page, 'channels checklist')
  // As Meta does it, at the address and with the token that stand on the screen.
  const answer = await fetch(`${product.url}${new URL(address).pathname}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=815`)
  assert.equal(await answer.text(), '815')
  await seen(verified.getByText(': bien'))
  await turnTo(page, 'Registro')
  await seen(region(page, 'Registro').getByText('El proveedor verificó la dirección'))
  await page.getByRole('radio', { name: 'Solo problemas' }).click()
  await gone(region(page, 'Registro').getByText('El proveedor verificó la dirección'))
  await turnTo(page, 'Webhook')
  await seen(region(page, 'Últimas llamadas').getByRole('listitem').filter({ hasText: 'Dirección verificada' }))
  assert.equal((await fetch(`${product.url}${new URL(address).pathname}`, { method: 'POST', body: '{}' })).status, 401)
  await page.reload()
  await seen(region(page, 'Últimas llamadas').getByText('Rechazada: sin la firma correcta'))
  await seen(page.getByText(/La última llamada no llevaba la firma de este canal/))
  await looksRight(page, 'channels webhook', 'es')

  await turnTo(page, 'Salud')
  await page.getByRole('button', { name: 'Probar ahora' }).click()
  await seen(page.getByText('Se preguntó al proveedor: no hay nada mal'))
  await seen(point(page, 'El token sigue vigente').getByText('No vence.'))
  Object.assign(tells.token, { expires_at: Math.floor(Date.now() / 1000) + 6 * 86_400, scopes: ['whatsapp_business_messaging'] })
  Object.assign(tells.number, { status: 'FLAGGED', name_status: 'DECLINED' })
  await page.getByRole('button', { name: 'Probar ahora' }).click()
  await seen(page.getByText('Se preguntó al proveedor: hay 2 puntos mal'))
  await seen(point(page, 'El token sigue vigente').getByText(/^Vence: /))
  await seen(point(page, 'El token tiene los permisos').getByText('whatsapp_business_management'))
  await seen(point(page, 'El número está en servicio').getByText('La calidad bajó y Meta lo está mirando.'))
  await seen(point(page, 'El nombre visible está aprobado').getByText('Meta rechazó el nombre.'))
  await looksRight(page, 'channels checklist in need', 'es')
  Object.assign(tells, structuredClone(sound))
  await turnTo(page, 'Ajustes')
  await seen(region(page, 'Datos de conexión').getByText(`Guardado, termina en ${goodToken.slice(-4)}`))
  await page.getByRole('button', { name: 'Reemplazar: Token de acceso' }).click()
  await fill(page, { 'Token de acceso': 'EAAGexpired' })
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('El proveedor no acepta la cuenta.'))
  await turnTo(page, 'Salud')
  await seen(point(page, 'El proveedor acepta la cuenta').getByText('El token de acceso no sirve o venció.'))
  await shoot(page, 'channels error')
  await turnTo(page, 'Ajustes')
  await page.getByRole('button', { name: 'Reemplazar: Token de acceso' }).click()
  await fill(page, { 'Token de acceso': goodToken })
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await gone(page.getByText('El proveedor no acepta la cuenta.'))
  await turnTo(page, 'Salud')
  await page.getByRole('button', { name: 'Copiar diagnóstico' }).click()
  await seen(page.getByText('Diagnóstico copiado'))
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /^state: connected/m)
  for (const secret of [goodToken, token, '0123456789abcdef', '106000000000009']) assert.ok(!copied.includes(secret), `the diagnosis holds ${secret}`)

  await turnTo(page, 'Ajustes')
  await page.getByLabel('Responde', { exact: true }).selectOption({ label: 'Bienvenida' })
  await seen(page.getByText('El flujo responde desde ahora'))
  await page.getByRole('radio', { name: /^Solo a números de prueba/ }).check()
  const save = region(page, '¿A quién responde el bot?').getByRole('button', { name: 'Guardar', exact: true })
  await save.click()
  await seen(page.getByText('Escribí al menos un número.'))
  await fill(page, { 'Números de prueba': '11 5555-0001\nAna' })
  await save.click()
  await seen(page.getByText('«Ana» no es un número de teléfono.'))
  await fill(page, { 'Números de prueba': '11 5555-0001' })
  await save.click()
  await seen(page.getByText('Desde ahora el bot responde solo a los números de prueba'))
  assert.match(await page.getByLabel('Números de prueba', { exact: true }).inputValue(), /^\+54/, 'kept with its country')
  await shoot(page, 'channels test numbers')
  await fromMenu(page, 'Recepción', 'Cambiar el nombre')
  await page.getByRole('dialog').getByLabel('Nombre del canal').fill('Mostrador')
  await page.getByRole('dialog').getByRole('button', { name: 'Cambiar el nombre' }).click()
  await seen(page.getByRole('heading', { name: 'Mostrador', level: 1 }))

  await page.getByRole('link', { name: 'Volver a los canales' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Mostrador' })
  await seen(row.getByText(/^Responde a números de prueba: Bienvenida/).filter({ visible: true }))
  await fromMenu(page, 'Mostrador', 'Desconectar')
  await page.getByRole('dialog').getByRole('button', { name: 'Desconectar' }).click()
  await seen(row.getByText('No envía nada; lo que llega se guarda igual.'))
  await fromMenu(page, 'Mostrador', 'Conectar')
  await seen(row.getByText('Conectado', { exact: true }))
  await fromMenu(page, 'Mostrador', 'Eliminar')
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click()
  await gone(row)
})

scene('A web chat goes on by the WhatsApp that its owner chooses', async ({ open, api, product }) => {
  await api.send('POST', '/api/channels', {
    kind: 'whatsapp-cloud',
    name: 'Recepción web',
    settings: { ...settings(), displayPhoneNumber: '+54 11 5555-0101' },
  })
  const { id } = await api.send<{ id: string }>('POST', '/api/channels', { kind: 'webchat', name: 'Zapatería Río', settings: {} })
  const page = await open({ path: `${list}/${id}` })
  await seen(page.getByText(/^Conectado desde: /))
  await seen(page.getByRole('heading', { name: 'Conexión en los últimos 30 días' }))
  assert.equal(await page.getByRole('button', { name: 'Probar ahora' }).count(), 0, 'there is nobody to ask')
  assert.equal(await page.getByText(/proveedor|otro teléfono/i).count(), 0)
  await turnTo(page, 'Ajustes')
  await page.getByLabel('Seguir por WhatsApp').selectOption('Recepción web · +54 11 5555-0101')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await seen(page.getByText('Chat guardado.'))
  const visitor = await open({ signedIn: false })
  await visitor.goto(`${product.url}/w/${id}`)
  await visitor.getByRole('button', { name: 'Abrir el chat' }).click()
  await visitor.getByRole('textbox', { name: 'Escribí tu mensaje' }).fill('¿Tienen del 38?')
  await visitor.getByRole('button', { name: 'Enviar', exact: true }).click()
  await seen(visitor.getByText(/^(Enviado|Leído)$/))
  await visitor.getByRole('button', { name: 'Más opciones' }).click()
  const link = visitor.getByRole('link', { name: 'Seguir por WhatsApp' })
  await seen(link)
  assert.match((await link.getAttribute('href'))!, /^https:\/\/wa\.me\/541155550101\?text=Hola.*C%C3%B3digo%3A%20[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
  assert.deepEqual(await barriers(visitor), [])
  await shoot(visitor, 'webchat goes on by whatsapp')
})

scene('What a channel sends is followed by its state, kept from leaving, and sent after all', async ({ open, api, customer }) => {
  const channelId = await simulatorChannel(api)
  const ana = customer('Ana Espera')
  const conversationId = await asksForPerson(ana, api)
  await api.send('POST', `/api/channels/${channelId}/disconnect`)
  await api.send('POST', `/api/conversations/${conversationId}/messages`, { content: { type: 'text', text: 'Ya le contesto' }, takeFloor: true })
  const page = await open({ path: list })
  const row = page.getByRole('listitem').filter({ hasText: 'Teléfono de prueba' })
  await seen(row.getByText('Mensajes que esperan: 1'))
  await looksRight(page, 'channels one waits', 'es')
  await page.goto(`${list}/${channelId}?tab=outbox&sending=pending`)
  const outbox = region(page, 'Cola de salida')
  await seen(outbox.getByRole('link', { name: 'Ana Espera' }))
  await seen(outbox.getByText('Espera a que el canal funcione.'))
  await looksRight(page, 'channel outbox waiting', 'es')
  await page.getByRole('button', { name: 'No enviar el mensaje para Ana Espera' }).press('Enter')
  await seen(outbox.getByText('No hay ninguno en este estado'))
  await page.getByLabel('Estado').selectOption('Cancelados')
  await seen(outbox.getByText('Alguien decidió que no salga.'))
  assert.match(page.url(), /tab=outbox&sending=cancelled$/)
  await api.send('POST', `/api/channels/${channelId}/connect`)
  await page.getByRole('button', { name: 'Enviar de nuevo el mensaje para Ana Espera' }).click()
  await becomes(async () => (await ana.screen()).filter(({ text }) => text === 'Ya le contesto').length, 1, 'it arrives once')
  await page.getByLabel('Estado').selectOption('Enviados')
  await seen(
    outbox
      .getByRole('listitem')
      .filter({ hasText: 'Ana Espera' })
      .getByText(/El proveedor lo aceptó/),
  )
  await page.getByRole('tab', { name: 'Cola de salida' }).press('ArrowRight')
  await seen(page.locator('[role=tab]:focus').filter({ hasText: 'Webhook' }))
  await page.keyboard.press('Enter')
  await seen(region(page, 'Últimas llamadas').getByText('Guardada'))
  await page.goBack()
  await outbox.getByRole('link', { name: 'Ana Espera' }).first().click()
  await seen(bubble(page, 'Ya le contesto'))
  await page.goto(`${list}/${channelId}`)
  const sent = region(page, 'Mensajes').getByRole('row', { name: /^Enviados/ })
  await becomes(async () => Number(await sent.getByRole('cell').first().textContent()) > 0, true, 'what was sent is counted')
  const timeline = region(page, 'Conexión en los últimos 30 días')
  await seen(timeline.getByRole('img', { name: /Conectado el \d/ }))
  await seen(timeline.getByRole('listitem').filter({ hasText: 'Desconectado' }).first())
  await timeline.getByText('Ver día por día').click()
  await seen(timeline.getByRole('row', { name: /Desconectado \d/ }))
  await looksRight(page, 'channel health day by day', 'es')
})

scene('The list follows what happens elsewhere, and is searched where it is long', async ({ open, api }) => {
  const made: string[] = []
  for (const name of ['Ventas', 'Turnos', 'Guardia', 'Farmacia', 'Óptica', 'Kinesiología'])
    made.push((await api.send<{ id: string }>('POST', '/api/channels', { kind: 'whatsapp-cloud', name, settings: settings() })).id)
  const page = await open({ path: `${list}?q=optica` })
  await seen(page.getByRole('link', { name: /Óptica/ }))
  assert.equal(await page.getByRole('link', { name: /Ventas/ }).count(), 0)
  await page.getByLabel('Buscar por nombre, número o tipo').fill('nada de eso')
  await seen(page.getByText('Ningún canal coincide'))
  await page.getByRole('button', { name: 'Ver todos' }).click()
  await api.send('POST', `/api/channels/${made[0]}/disconnect`)
  await seen(page.getByRole('listitem').filter({ hasText: 'Ventas' }).getByText('Desconectado'))
  for (const id of made) await api.send('DELETE', `/api/channels/${id}`)
  await becomes(() => page.getByRole('link', { name: /Óptica|Ventas|Turnos/ }).count(), 0, 'they are gone')
})

scene('Who may not manage channels sees how they are and nothing to press', async ({ open, api }) => {
  const email = 'mira@ejemplo.com'
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role: 'supervisor' })
  const password = 'caballo correcto'
  await api.send('POST', '/api/invitations/accept', { key: new URL(link).pathname.split('/').at(-1), name: 'Mira', password, tokenDelivery: 'body' })
  const page = await open({ signedIn: false })
  await page.request.post('/api/auth/login', { data: { email, password, tokenDelivery: 'cookie' } })
  await page.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
  await page.goto(list)
  await page.getByRole('list', { name: 'Canales' }).getByRole('link').first().click()
  await seen(region(page, 'Comprobaciones').getByRole('listitem').first())
  assert.equal(await page.getByRole('button', { name: /^(Acciones de|Probar ahora|Desconectar)/ }).count(), 0)
  assert.equal(await page.getByRole('tab', { name: 'Zona de riesgo' }).count(), 0)
  await turnTo(page, 'Ajustes')
  assert.ok(await page.getByLabel('Responde', { exact: true }).isDisabled())
  await page.goto(`${list}/new`)
  await seen(page.getByRole('heading', { name: /^No (tenés|tienes) acceso a esta página$/ }))
})

const looks: [Size, Theme, 'es' | 'pt-BR' | 'en', Language][] = [
  ['desk', 'light', 'es', 'es-AR'],
  ['desk', 'dark', 'pt-BR', 'pt-BR'],
  ['phone', 'light', 'es', 'es-AR'],
  ['phone', 'dark', 'en', 'en-US'],
]
for (const [size, theme, spoken, language] of looks)
  scene(`The pages fit and shut nobody out, ${size}, ${theme}, ${spoken}`, async ({ open, api }) => {
    const phone = await simulatorChannel(api)
    const name = `Canal ${size} ${theme}`
    const long = 'Un nombre de canal que es largo de verdad y no entra en ningún teléfono'
    const make = async (as: string, more: object) => {
      const { id } = await api.send<{ id: string }>('POST', '/api/channels', { kind: 'whatsapp-cloud', name: as, settings: { ...settings(), ...more } })
      await api.send('POST', `/api/channels/${id}/connect`)
      return id
    }
    const [id, broken] = [await make(name, {}), await make(long, { accessToken: 'EAAGexpired' })]
    await api.send('PUT', '/api/auth/profile', { language: spoken })
    const page = await open({ path: list, size, theme, language })
    const wrong: string[] = []
    const inspect = async (what: string) => {
      await shoot(page, `channels ${what} ${size} ${theme}`)
      for (const found of [...(await misfits(page)), ...(await barriers(page)), ...(await wrongWords(page, spoken))]) wrong.push(`${what}: ${found}`)
    }
    await seen(page.getByRole('link', { name }))
    await inspect('list')
    for (const [what, path] of [
      ['methods', `${list}/new`],
      ['form', `${list}/new?type=cloud`],
      ['channel', `${list}/${id}`],
      ['settings', `${list}/${id}?tab=settings`],
      ['log', `${list}/${id}?tab=log`],
      ['webhook', `${list}/${id}?tab=webhook`],
      ['danger', `${list}/${id}?tab=danger`],
      ['outbox', `${list}/${phone}?tab=outbox`],
      ['broken', `${list}/${broken}`],
    ] as const) {
      await page.goto(path)
      await seen(page.getByRole('heading', { level: 2 }))
      await becomes(() => page.locator('main [aria-busy=true]').count(), 0, 'everything is there')
      await inspect(what)
      const last = page.getByRole('heading', { level: 2 }).last()
      await last.evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await shoot(page, `channels ${what} below ${size} ${theme}`)
    }
    await page.goto(`${list}/new?type=waha`)
    const [nobody, testNumbers] = [page.getByRole('radio').first(), page.getByRole('radio').nth(1)]
    await seen(nobody)
    assert.ok(await nobody.isChecked(), 'a number that may be a person’s own')
    await testNumbers.check()
    await nobody.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await inspect('whom')
    for (const one of [id, broken]) await api.send('DELETE', `/api/channels/${one}`)
    await api.send('PUT', '/api/auth/profile', { language: 'es' })
    assert.deepEqual([...new Set(wrong)], [])
  })
