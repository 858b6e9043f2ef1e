import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { signInToApi } from '../kit/api.ts'
import { codeOf } from '../kit/authenticator-app.ts'
import { misfits } from '../kit/fit.ts'
import { becomes, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** The own account: where it is open, a second step at the door, and the way back in. */
const { scene } = await openStage()

const section = (page: Page, name: string) => page.getByRole('region', { name })

scene('The account page is in the menu, and says what is wrong with a name', async ({ open, troubles }) => {
  troubles.expect(/answer 422: PUT .*\/api\/auth\/profile/)
  const desk = await open({ path: '/home' })
  await seen(desk.getByRole('heading', { name: /^Buen/ }))
  await desk.getByRole('button', { name: 'Ajustes' }).click()
  await desk.getByRole('menuitem', { name: 'Tu cuenta' }).click()
  await seen(section(desk, 'Sesiones').getByText('Esta sesión'))
  await shoot(desk, 'account desk')
  assert.deepEqual(await barriers(desk), [])
  await desk.getByLabel('Nombre').fill('')
  await section(desk, 'Perfil').getByRole('button', { name: 'Guardar' }).click()
  await seen(desk.getByText('Escribí tu nombre.'))
})

scene('On a phone, in the dark and in other languages the page says and fits the same; the language is chosen there', async ({ open, api }) => {
  const phone = await open({ path: '/a/demo/account', size: 'phone', theme: 'dark' })
  for (const [language, code, sessions] of [
    ['Português', 'pt-BR', 'Sessões'],
    ['English', 'en', 'Sessions'],
  ] as const) {
    await phone.getByRole('combobox').selectOption(language)
    await phone.getByRole('button', { name: /^(Guardar|Salvar|Save)$/ }).click()
    await seen(section(phone, sessions).getByRole('listitem').first())
    // Where saving took a while there are two, one in each language.
    await becomes(() => phone.getByText(/^(Guardado|Salvo|Saved)$/).count(), 0, 'nothing more is told of it')
    assert.deepEqual(await wrongWords(phone, code), [])
    assert.deepEqual(await misfits(phone), [])
    assert.deepEqual(await barriers(phone), [])
    await section(phone, sessions).scrollIntoViewIfNeeded()
    await shoot(phone, `account phone ${code}`)
  }
  await api.send('PUT', '/api/auth/profile', { language: null })
})

scene('Ending a session elsewhere signs that browser out at once', async ({ open, troubles }) => {
  troubles.expect(/answer 401/)
  const lost = await open({ path: '/home' })
  await seen(lost.getByRole('heading', { name: /^Buen/ }))
  const page = await open({ path: '/a/demo/account' })
  const sessions = section(page, 'Sesiones')
  await seen(sessions.getByText('Esta sesión'))
  await sessions.getByRole('button', { name: 'Cerrar todas las demás' }).click()
  await seen(sessions.getByText('No hay otra sesión abierta.'))
  await seen(lost.getByRole('dialog', { name: /^Entr[aá] de nuevo para seguir$/ }))
})

scene('Whoever forgot the password is told who can help; a link that is none says so and leads on', async ({ open, troubles }) => {
  troubles.expect(/answer 401: POST .*\/api\/auth\/reset-password/)
  const page = await open({ path: '/login', signedIn: false })
  await page.getByRole('link', { name: '¿Te olvidaste la contraseña?' }).click()
  await seen(page.getByRole('heading', { name: 'Recuperá tu cuenta' }))
  await page.getByLabel('Correo').fill('nadie@ejemplo.com')
  await shoot(page, 'forgot')
  await page.getByRole('button', { name: 'Enviar enlace' }).click()
  await seen(page.getByText('Este servidor no envía correos.'))
  await page.goto('/reset#nobody-made-this-key')
  await page.getByLabel('Contraseña nueva', { exact: true }).fill('una contraseña buena')
  await shoot(page, 'reset')
  assert.deepEqual(await barriers(page), [])
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { name: 'Este enlace ya no sirve' }))
  await page.getByRole('link', { name: 'Pedir otro enlace' }).click()
  assert.equal(new URL(page.url()).pathname, '/forgot')
})

scene('A link from the owner sets a new password with which the member comes in', async ({ open, product }) => {
  const api = await signInToApi(product.url, product.email, product.password)
  const email = 'beto@ejemplo.com'
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role: 'agent' })
  const key = new URL(link).pathname.split('/').at(-1)
  const { user } = await api.send<{ user: { id: string } }>('POST', '/api/invitations/accept', {
    key,
    name: 'Beto',
    password: 'la que se olvida',
    tokenDelivery: 'body',
  })
  const { url } = await api.send<{ url: string }>('POST', `/api/users/${user.id}/reset-link`)
  assert.equal(new URL(url).origin, product.url)
  const page = await open({ path: url, signedIn: false })
  await page.getByLabel('Contraseña nueva', { exact: true }).fill('una que se recuerda')
  await page.keyboard.press('Enter')
  await seen(page.getByText('Ya podés entrar con ella.'))
  await page.getByRole('link', { name: 'Volver a la entrada' }).click()
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Contraseña', { exact: true }).fill('una que se recuerda')
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { name: /^Buen/ }))
})

scene('The second step is turned on with an app, asked for at the door, and turned off with a recovery code', async ({ open, product, troubles }) => {
  troubles.expect(/answer 4(01|22): POST .*\/api\/auth/)
  const page = await open({ path: '/a/demo/account' })
  const steps = section(page, 'Verificación en dos pasos')
  await steps.getByRole('button', { name: 'Activar' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Contraseña actual', { exact: true }).fill(product.password)
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await seen(dialog.getByRole('img', { name: 'Código QR para la aplicación de autenticación' }))
  await shoot(page, 'two-factor setup')
  assert.deepEqual(await barriers(page), [])
  const secret = await dialog.locator('code').innerText()
  await dialog.getByLabel('Código de verificación').fill('000000')
  await dialog.getByRole('button', { name: 'Activar' }).click()
  await seen(dialog.getByText('El código no es válido.'))
  await dialog.getByLabel('Código de verificación').fill(codeOf(secret))
  await dialog.getByRole('button', { name: 'Activar' }).click()
  const codes = dialog.getByRole('list', { name: 'Códigos de recuperación' }).getByRole('listitem')
  await seen(codes.first())
  await shoot(page, 'recovery codes')
  const [recovery = ''] = await codes.allInnerTexts()
  await dialog.getByRole('button', { name: 'Ya los guardé' }).click()
  await seen(steps.getByText('Activada. Te quedan 10 códigos de recuperación.'))

  const door = await open({ path: '/login', signedIn: false })
  await door.getByLabel('Correo').fill(product.email)
  await door.getByLabel('Contraseña', { exact: true }).fill(product.password)
  await door.keyboard.press('Enter')
  const code = door.getByLabel('Código de verificación')
  await seen(code)
  assert.equal(await code.getAttribute('autocomplete'), 'one-time-code')
  assert.equal(await door.getByLabel('Correo').isVisible(), false)
  await shoot(door, 'second step')
  assert.deepEqual(await barriers(door), [])
  await code.fill('111111')
  await door.keyboard.press('Enter')
  await seen(door.getByText('El código no es válido.'))
  await door.evaluate((text) => navigator.clipboard.writeText(text), ` ${codeOf(secret, 1)}`)
  await code.fill('')
  await code.press('ControlOrMeta+v')
  await door.keyboard.press('Enter')
  await seen(door.getByRole('heading', { name: /^Buen/ }))
  assert.equal(placeOf(door), '/home')

  await steps.getByRole('button', { name: 'Desactivar' }).click()
  await dialog.getByLabel('Contraseña actual', { exact: true }).fill(product.password)
  await dialog.getByLabel('Código de verificación').fill(recovery)
  await dialog.getByRole('button', { name: 'Desactivar' }).click()
  await seen(steps.getByText('Desactivada: entrás solo con la contraseña.'))
})
