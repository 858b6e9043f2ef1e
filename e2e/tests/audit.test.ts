import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, gone, isSamePage, markPage, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage, type Props } from '../kit/stage.ts'

const { scene } = await openStage()

/** A contact that moves, and a role that is given a permission more. */
const makeHistory = async (api: Props['api'], name: string) => {
  const contact = await api.send<{ id: string }>('POST', '/api/contacts', { name, city: 'Lima' })
  await api.send('PATCH', `/api/contacts/${contact.id}`, { name, city: 'Cusco' })
  return contact
}

scene('An act is told in words, opens with what it changed, and leads to everything about the same thing', async ({ open, api }) => {
  await makeHistory(api, 'Rosa Quispe')
  const page = await open({ path: '/home' })
  await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Auditoría' }).click()
  await seen(page.getByText(/Cadena verificada hasta las/))
  await seen(page.getByText('Los registros se guardan durante 730 días'))
  const changed = page.getByRole('listitem').filter({ hasText: 'Modificó el contacto Rosa Quispe' })
  await seen(changed.getByText('Ciudad: Lima → Cusco'))
  await changed.locator('summary').focus()
  await page.keyboard.press('Enter')
  const row = changed.getByRole('row', { name: /Ciudad/ })
  assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['Lima', 'Cusco'])
  await changed.getByRole('button', { name: 'Todo sobre esto' }).click()
  await becomes(() => page.getByRole('list', { name: 'Auditoría' }).getByRole('listitem').count(), 2, 'both acts upon Rosa, and no other')
  assert.match(page.url(), /subjectId=/)
  const again = await open({ path: new URL(page.url()).pathname + new URL(page.url()).search })
  await seen(again.getByText('Solo lo que se hizo con un objeto'))
  await page.getByRole('button', { name: 'Quitar filtros' }).click()
  await gone(page.getByText('Solo lo que se hizo con un objeto'))
})

scene('Filters find by words, kind and person; nothing found offers to take them away', async ({ open, api }) => {
  await makeHistory(api, 'Berta Mamani')
  const page = await open({ path: '/a/demo/audit' })
  const acts = page.getByRole('list', { name: 'Auditoría' }).getByRole('listitem')
  await page.getByLabel('Buscar').fill('Berta Mamani')
  await becomes(() => acts.count(), 2, 'what holds her name')
  await page.getByLabel('Sobre').selectOption('session')
  await seen(page.getByText('Nada coincide con estos filtros'))
  await page.getByRole('button', { name: 'Quitar filtros' }).first().click()
  assert.equal(await page.getByLabel('Buscar').inputValue(), '')
  await page.getByLabel('Resultado').selectOption('refused')
  await seen(page.getByText('Nada coincide con estos filtros'))
  await page.getByLabel('Resultado').selectOption('')
  const owner = await page.getByLabel('Persona').locator('option').nth(1).innerText()
  await page.getByLabel('Persona').selectOption(owner)
  await seen(acts)
  assert.match(page.url(), /actorId=/)
})

scene('News waits until it is asked for, or comes by itself in live mode, without a reload', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/audit' })
  const acts = page.getByRole('list', { name: 'Auditoría' })
  await seen(acts)
  await markPage(page)
  await makeHistory(api, 'Carla Huamán')
  await page.getByRole('button', { name: 'Mostrar lo nuevo' }).click()
  await seen(acts.getByText('Carla Huamán'))
  await page.getByRole('switch', { name: 'En vivo' }).click()
  await makeHistory(api, 'Delia Rojas')
  await seen(acts.getByText('Delia Rojas'))
  assert.ok(await isSamePage(page))
})

scene('A download is a file with what the filters leave, and stands in the trail itself', async ({ open, api }) => {
  await makeHistory(api, '=1+1 Elsa')
  const page = await open({ path: '/a/demo/audit?q=Elsa' })
  await seen(page.getByRole('list', { name: 'Auditoría' }))
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Descargar CSV' }).click()])
  const text = readFileSync(await file.path(), 'utf8')
  assert.equal(text.match(/"contact\.(created|changed)"/g)?.length, 2)
  assert.ok(text.includes(`"'=1+1 Elsa"`))
  await page.goto('/a/demo/audit?action=audit')
  await seen(page.getByText('Descargó la auditoría'))
})

scene('Guessing at a password is suspicious, and leads to its records', async ({ open, api, product }) => {
  const post = async (path: string, body: unknown) =>
    (await fetch(`${product.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status
  const email = 'victima@ejemplo.com'
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role: 'agent' })
  const key = link.split('/').at(-1)
  assert.equal(await post('/api/invitations/accept', { key, name: 'Vilma Soto', password: 'caballo correcto', tokenDelivery: 'body' }), 200)
  for (let i = 0; i < 5; i++) assert.equal(await post('/api/auth/login', { email, password: `adivinada ${i}` }), 401)
  const page = await open({ path: '/a/demo/audit' })
  await page.getByRole('tab', { name: 'Sospechoso' }).click()
  const found = page.getByRole('list', { name: 'Sospechoso' }).getByRole('listitem').filter({ hasText: '5 inicios de sesión fallidos en una hora' })
  await seen(found.getByText(/Vilma Soto/))
  await found.getByRole('button', { name: 'Ver registros' }).click()
  const acts = page.getByRole('list', { name: 'Auditoría' }).getByRole('listitem')
  await becomes(() => acts.filter({ hasText: 'Rechazado' }).count(), 5, 'each guess')
})

for (const [size, theme] of [
  ['desk', 'light'],
  ['phone', 'dark'],
] as const)
  scene(`The audit page with an act opened, and what is suspicious, fit and shut nobody out, ${size}`, async ({ open, api }) => {
    await makeHistory(api, 'Flora Condori')
    const role = await api.send<{ id: string }>('POST', '/api/roles', { name: `Recepción ${size}`, permissions: ['tenant.read'] })
    await api.send('PATCH', `/api/roles/${role.id}`, { permissions: ['tenant.read', 'contacts.read', 'contacts.write', 'conversations.read'] })
    const page = await open({ path: '/a/demo/audit', size, theme })
    const inspect = async (name: string) => {
      await shoot(page, `audit ${name} ${theme} ${size}`)
      assert.deepEqual([...(await misfits(page)), ...(await barriers(page))], [], name)
    }
    const changed = page.getByRole('listitem').filter({ hasText: 'Modificó el rol' })
    await changed.first().locator('summary').click()
    await seen(changed.getByRole('row').first())
    await inspect('open')
    await page.getByRole('tab', { name: 'Sospechoso' }).click()
    await seen(page.getByRole('list', { name: 'Sospechoso' }).or(page.getByText('Nada sospechoso')))
    await inspect('suspicious')
  })

for (const [language, title, whole] of [
  ['pt-BR', 'Auditoria', /Cadeia verificada/],
  ['en', 'Audit', /Chain verified/],
] as const)
  scene(`The audit page speaks ${language}`, async ({ open, api }) => {
    await api.send('PUT', '/api/auth/profile', { language })
    const page = await open({ path: '/a/demo/audit' })
    await seen(page.getByRole('heading', { name: title, exact: true }))
    await seen(page.getByText(whole))
    await shoot(page, `audit ${language}`)
    await api.send('PUT', '/api/auth/profile', { language: null })
  })

scene('Records are kept shorter for whoever wants it so, never longer than the installation keeps them', async ({ open, api }) => {
  const page = await open({ path: '/a/demo/audit' })
  await seen(page.getByText('Los registros se guardan durante 730 días'))
  await page.getByRole('button', { name: 'Cambiar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cuánto se guardan los registros' })
  const days = dialog.getByLabel('Guardar los registros por')
  assert.deepEqual(await days.locator('option').allInnerTexts(), [
    '30 días',
    '90 días',
    '180 días',
    '365 días',
    'Todo lo que los guarda la instalación (730 días)',
  ])
  assert.deepEqual(await barriers(page), [])
  await days.selectOption('90 días')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await seen(page.getByText('Los registros se guardan durante 90 días'))
  await api.send('PUT', '/api/audit/settings', { retentionDays: null })
})
