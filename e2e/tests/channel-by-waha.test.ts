import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { startDocker } from '../../server/test/doubles/docker/server.ts'
import { startWaha } from '../../server/test/doubles/waha/server.ts'
import { bubble, openTalk, replyField } from '../kit/inbox.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { looksRight } from '../kit/looks-right.ts'
import { openFirstStage } from '../kit/stage.ts'

/** A number is linked on a WAHA server as people do it, and talked through. */
const server = await startWaha()
const docker = await startDocker()
const { scene } = await openFirstStage({
  EGRESS_ALLOW: new URL(server.url).host,
  DOCKER_HOST: docker.host,
  WAHA_IMAGE: 'waha:test',
  WAHA_PORTS: '24200-24280',
})
after(() => Promise.all([server.close(), docker.close()]))

/** The only session that a page's channel can have made. */
const newest = () => [...server.sessions.values()].at(-1)!
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
}

scene('A number is linked on a WAHA server, hears and answers, and loses its device', async ({ open }) => {
  const business = '5491150000003'
  const page = await open({ path: '/a/demo/channels/new' })
  await page.getByRole('link', { name: 'Elegir WhatsApp por WAHA', exact: true }).click()
  await fill(page, { 'Nombre del canal': 'Ventas', 'Dirección del servidor WAHA': server.url, 'Clave de la API': 'wrong' })
  await page.getByRole('checkbox', { name: /no es la oficial/ }).check()
  await looksRight(page, 'channel form waha', 'es')
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('heading', { name: 'Ventas', level: 1 }))
  await seen(page.getByText('El servidor no acepta la clave.').first())
  await seen(page.getByText('Con error', { exact: true }))
  await looksRight(page, 'channel waha refused', 'es')

  await page.getByRole('tab', { name: 'Ajustes' }).click()
  await page.getByRole('button', { name: 'Reemplazar: Clave de la API' }).click()
  await fill(page, { 'Clave de la API': server.apiKey })
  await page.getByRole('button', { name: 'Guardar' }).click()
  const code = page.getByRole('img', { name: 'Código QR para vincular el teléfono' })
  await seen(code)
  await looksRight(page, 'channel waha qr', 'es')
  const session = newest()
  await session.link(session.qr(), business)
  await gone(code)
  await seen(page.getByText(`+${business}`))
  await session.writes('5491122334466', { body: '¿Atienden hoy?' })
  await page.getByRole('tab', { name: 'Salud' }).click()
  await seen(page.getByRole('listitem').filter({ hasText: 'Llegó un mensaje' }).getByText(': bien'))
  await looksRight(page, 'channel waha connected', 'es')

  const channel = page.url()
  await page.goto('/a/demo/inbox/all')
  await openTalk(page, 'Ana')
  await seen(bubble(page, '¿Atienden hoy?'))
  await replyField(page, 'Ana').fill('Sí, hasta las 18.')
  await replyField(page, 'Ana').press('Enter')
  await becomes(async () => session.got.map(({ fields }) => fields['text']), ['Sí, hasta las 18.'], 'the person got it once')

  await page.goto(channel)
  session.unlink()
  await seen(page.getByText('Este dispositivo fue quitado desde el teléfono').first())
  await page.getByRole('button', { name: 'Vincular de nuevo' }).click()
  await seen(code)
})

scene('Where the host runs containers, nothing is typed but a name', async ({ open, troubles }) => {
  // The Engine stops below.
  troubles.expect(/answer 503: GET .*\/server-log/, /console error/)
  const page = await open({ path: '/a/demo/channels/new' })
  await seen(page.getByRole('heading', { name: 'WhatsApp por WAHA en un contenedor' }))
  await looksRight(page, 'channel ways with containers', 'es')
  await page.getByRole('link', { name: 'Elegir WhatsApp por WAHA en un contenedor' }).click()
  await fill(page, { 'Nombre del canal': 'Sucursal' })
  await page.getByRole('checkbox', { name: /no es la oficial/ }).check()
  await looksRight(page, 'channel form waha container', 'es')
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('heading', { name: 'Sucursal', level: 1 }))
  await seen(page.getByRole('img', { name: 'Código QR para vincular el teléfono' }))
  const [container] = [...docker.containers.values()]
  const [session] = [...container!.waha!.sessions.values()]
  await session!.link(session!.qr(), '5491150000005')
  await seen(page.getByText('+5491150000005'))

  container!.logs = '[12:00:01] INFO (WAHA): session is working\n'
  await page.getByRole('tab', { name: 'Registro' }).click()
  await page.getByRole('button', { name: 'Ver las últimas líneas' }).click()
  await seen(page.getByRole('region', { name: 'Registro del servidor' }).getByText('session is working'))
  await looksRight(page, 'channel waha container log', 'es')
  await docker.stop()
  await page.getByRole('button', { name: 'Volver a leer' }).click()
  await seen(page.getByText('No se pudo leer el registro del servidor'))
  await docker.begin()
})

scene('On a phone it is linked by typing a code', async ({ open, api }) => {
  const business = '5491150000004'
  await api.send('PUT', '/api/auth/profile', { language: 'pt-BR' })
  const page = await open({ path: '/a/demo/channels/new?type=waha', size: 'phone', theme: 'dark', language: 'pt-BR' })
  await fill(page, { 'Nome do canal': 'Recepção', 'Endereço do servidor WAHA': server.url, 'Chave da API': server.apiKey, Sessão: 'recepcao' })
  await page.getByRole('checkbox', { name: /não é o oficial/ }).check()
  await looksRight(page, 'channel form waha phone dark', 'pt-BR')
  await page.getByRole('button', { name: 'Conectar', exact: true }).click()
  await seen(page.getByRole('img', { name: 'Código QR para vincular o celular' }))
  await page.getByRole('radio', { name: 'Só tenho este celular' }).click()
  await page.getByLabel('Número de telefone').fill('+54 9 11 5000-0004')
  await page.getByRole('button', { name: 'Pedir um código' }).click()
  await seen(page.getByText('Digite este código no celular'))
  await looksRight(page, 'channel waha code phone dark', 'pt-BR')
  const shown = await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).textContent()
  assert.ok(shown)
  await newest().link(shown, business)
  await seen(page.getByText(`+${business}`))
})
