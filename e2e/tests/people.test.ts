import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { gone, isSamePage, markPage, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

const { scene } = await openStage()

scene('The owner invites, the invited joins, gets another role without a reload, and is out at once when deactivated', async ({ open, troubles }) => {
  const owner = await open({ path: '/home' })
  await owner.getByRole('button', { name: 'Ajustes' }).click()
  await owner.getByRole('menuitem', { name: 'Personas y equipos' }).click()
  await owner.getByRole('button', { name: 'Invitar' }).click()
  await owner.getByRole('dialog').getByLabel('Correo').fill('sin arroba')
  await owner.getByRole('button', { name: 'Crear enlace' }).click()
  await seen(owner.getByText('No parece un correo.'))
  await owner.getByRole('dialog').getByLabel('Correo').fill('lucia@ejemplo.com')
  await owner.getByRole('dialog').getByLabel('Rol').selectOption('agent')
  await owner.getByRole('button', { name: 'Crear enlace' }).click()
  const link = await owner.getByLabel('Enlace de invitación').inputValue()
  await owner.getByRole('button', { name: 'Copiar enlace' }).click()
  assert.equal(await owner.evaluate(() => navigator.clipboard.readText()), link)
  await owner.getByRole('button', { name: 'Listo' }).click()
  await owner.getByRole('tab', { name: 'Invitaciones' }).click()
  await seen(owner.getByText('lucia@ejemplo.com'))
  await owner.getByRole('tab', { name: 'Personas' }).click()

  const invited = await open({ path: new URL(link).pathname, signedIn: false })
  await seen(invited.getByRole('heading', { name: 'Te invitaron a Clínica Demo' }))
  await invited.getByRole('button', { name: 'Crear cuenta y entrar' }).click()
  await seen(invited.getByText('Es muy corta'))
  await invited.getByLabel('Tu nombre').fill('Lucía Pérez')
  await invited.getByLabel('Contraseña', { exact: true }).fill('caballo correcto')
  await invited.getByRole('button', { name: 'Crear cuenta y entrar' }).click()
  const menu = invited.getByRole('navigation', { name: 'Principal' })
  await seen(menu.getByRole('link', { name: /^Bandeja/ }))
  await gone(menu.getByRole('link', { name: 'Teléfono' }))

  await markPage(invited)
  await owner.getByRole('button', { name: /Lucía Pérez/ }).click()
  const sheet = owner.getByRole('dialog', { name: 'Lucía Pérez' })
  await sheet.getByLabel('Rol').selectOption('supervisor')
  await sheet.getByRole('button', { name: 'Guardar' }).click()
  await gone(sheet)
  await seen(menu.getByRole('link', { name: 'Teléfono' }))
  assert.ok(await isSamePage(invited))

  troubles.expect(/answer 40[13]/)
  await owner.getByRole('button', { name: /Lucía Pérez/ }).click()
  await sheet.getByLabel('Estado').selectOption('inactive')
  await sheet.getByRole('button', { name: 'Guardar' }).click()
  await seen(invited.getByLabel('Correo'))
})

scene('A spent link says so, and the last owner is told why they have to stay', async ({ open, troubles }) => {
  troubles.expect(/answer 404: GET .*by-key/, /answer 409: PATCH .*\/api\/users/)
  const page = await open({ path: '/join/no-such-key-but-long-enough-to-be-one', signedIn: false })
  await seen(page.getByRole('heading', { name: 'Esta invitación ya no sirve' }))
  const owner = await open({ path: '/a/demo/settings/users' })
  await owner.getByRole('button', { name: /es tu cuenta/ }).click()
  await owner.getByRole('dialog').getByLabel('Rol').selectOption('agent')
  await owner.getByRole('button', { name: 'Guardar' }).click()
  await seen(owner.getByText('Es la última persona que administra el negocio'))
})

for (const [size, theme] of [
  ['desk', 'light'],
  ['phone', 'dark'],
] as const)
  scene(`The owner makes a link for a new password, sees it once and hands it over, ${size}`, async ({ open, api, product }) => {
    const email = `olvida-${size}@ejemplo.com`
    const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role: 'agent' })
    const account = { key: new URL(link).pathname.split('/').at(-1), name: `Olga ${size}`, password: 'la que se olvida', tokenDelivery: 'body' }
    await api.send('POST', '/api/invitations/accept', account)
    const owner = await open({ path: '/a/demo/settings/users', size, theme })
    await owner.getByRole('button', { name: new RegExp(`Olga ${size}`) }).click()
    await owner.getByRole('button', { name: 'Enlace para una contraseña nueva' }).click()
    const question = owner.getByRole('dialog', { name: `¿Crear un enlace de contraseña para Olga ${size}?` })
    await seen(question)
    await shoot(owner, `reset link asked ${size}`)
    assert.deepEqual([...(await misfits(owner)), ...(await barriers(owner))], [])
    await question.getByRole('button', { name: 'Crear enlace' }).click()
    const made = owner.getByRole('dialog', { name: `Enlace para Olga ${size}` })
    const url = await made.getByLabel('Enlace para una contraseña nueva').inputValue()
    assert.equal(new URL(url).origin, product.url)
    await made.getByRole('button', { name: 'Copiar enlace' }).click()
    assert.equal(await owner.evaluate(() => navigator.clipboard.readText()), url)
    await shoot(owner, `reset link made ${size}`)
    assert.deepEqual([...(await misfits(owner)), ...(await barriers(owner))], [])
    await made.getByRole('button', { name: 'Listo' }).click()
    await gone(made)
    const page = await open({ path: url, signedIn: false })
    await page.getByLabel('Contraseña nueva', { exact: true }).fill('una que se recuerda')
    await page.keyboard.press('Enter')
    await seen(page.getByText('Ya podés entrar con ella.'))
  })

scene('Whoever could open more than the owner may gets no link from here, and the dialog says why', async ({ open, api, product, troubles }) => {
  troubles.expect(/answer 403: POST .*reset-link/)
  const email = 'dos@ejemplo.com'
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role: 'agent' })
  await api.send('POST', '/api/invitations/accept', {
    key: new URL(link).pathname.split('/').at(-1),
    name: 'Dora',
    password: 'de dos negocios',
    tokenDelivery: 'body',
  })
  const made = await api.send<{ invitation: { link: string } }>('POST', '/api/tenants', { name: 'Vecinos', owner: { email, name: 'Dora' } })
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    return (await (await fetch(`${product.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as { accessToken: string }
  }
  const { accessToken } = await post('/api/auth/login', { email, password: 'de dos negocios', tokenDelivery: 'body' })
  await post('/api/invitations/join', { key: made.invitation.link.split('/').at(-1), tokenDelivery: 'body' }, accessToken)
  const owner = await open({ path: '/a/demo/settings/users' })
  await owner.getByRole('button', { name: /Dora/ }).click()
  await owner.getByRole('button', { name: 'Enlace para una contraseña nueva' }).click()
  await owner.getByRole('button', { name: 'Crear enlace' }).click()
  await seen(owner.getByText(/^Esta cuenta abre más de lo que vos podés hacer acá/))
})
