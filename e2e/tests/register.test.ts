import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { gone, seen } from '../kit/look.ts'
import { openMailbox } from '../kit/mailbox.ts'
import { startProduct } from '../kit/product.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { inspect } from '../kit/themes.ts'
import { wrongWords } from '../kit/words.ts'

/** Where the host lets strangers in, they make an account with a business of its own, which knows nothing of the others. */
const { scene } = await openStage({ REGISTRATION: 'open' })

scene('A stranger registers, answers the welcome and is home in a business of their own, without a trace of the demo', async ({ open, troubles }) => {
  troubles.expect(/answer 422: POST .*\/api\/auth\/register/)
  const page = await open({ path: '/login', signedIn: false })
  await page.getByRole('link', { name: 'Crear una cuenta' }).click()
  await seen(page.getByRole('heading', { name: 'Crear una cuenta' }))
  await page.getByLabel('Correo').fill('sin arroba')
  await page.getByLabel('Contraseña', { exact: true }).fill('corta')
  await page.getByRole('button', { name: 'Crear cuenta' }).click()
  for (const error of ['Escribí el nombre de tu negocio.', 'Escribí tu nombre.', 'Usá al menos 8 caracteres.']) await seen(page.getByText(error))
  await shoot(page, 'register desk')
  assert.deepEqual(await barriers(page), [])
  await page.getByLabel('Nombre del negocio').fill('Clínica Demo')
  await page.getByLabel('Nombre', { exact: true }).fill('Rita')
  await page.getByLabel('Contraseña', { exact: true }).fill('caballo correcto')
  await page.getByRole('button', { name: 'Crear cuenta' }).click()
  await seen(page.getByText('Escribí tu correo completo, como ana@ejemplo.com.'))
  await page.getByLabel('Correo').fill('rita@ejemplo.com')
  await page.getByRole('button', { name: 'Crear cuenta' }).click()
  const business = page.getByLabel('Nombre del negocio')
  await seen(page.getByRole('button', { name: /^Empezar/ }))
  assert.equal(await business.inputValue(), 'Clínica Demo')
  // There is no example to be seen in a business of one's own.
  await seen(page.getByRole('button', { name: 'Saltar', exact: true }))
  await shoot(page, 'register welcome')
  await page.getByRole('button', { name: /^Empezar/ }).click()
  await seen(page.getByRole('heading', { name: /^Buen.*Rita/ }))
  // A name that is taken gets an address of its own.
  assert.match(new URL(page.url()).pathname, /^\/a\/clinica-demo(-\d)?\/home$/)
  await shoot(page, 'register home')
  await page
    .getByRole('link', { name: /^Bandeja/ })
    .first()
    .click()
  await seen(page.getByText('Nada pendiente'))
  await page.getByRole('button', { name: 'Ver todas las conversaciones' }).click()
  await seen(page.getByRole('link', { name: 'Escribir desde el teléfono de prueba' }))
  assert.equal(await page.getByRole('option').count(), 0)
  await shoot(page, 'register inbox')
  assert.equal(await page.getByText('Lucía Paz').count(), 0)
})

scene('An address that has an account is not told from another, and opens nothing without its own password', async ({ open, product, troubles }) => {
  troubles.expect(/answer 401: POST .*\/api\/auth\/login/)
  const page = await open({ path: '/register', signedIn: false })
  await page.getByLabel('Nombre del negocio').fill('Otra')
  await page.getByLabel('Nombre', { exact: true }).fill('Impostora')
  await page.getByLabel('Correo').fill(product.email)
  await page.getByLabel('Contraseña', { exact: true }).fill('caballo correcto')
  await page.keyboard.press('Enter')
  await seen(page.getByText(/^Esta dirección no se puede usar con esa contraseña/))
})

scene(
  'Where mail is set up, whoever registers is asked to confirm the address, and does so by the link in the mail while signed in',
  async ({ open, troubles }) => {
    troubles.expect(/answer 422: POST .*\/api\/auth\/confirm-address/)
    const mailbox = await openMailbox()
    const mailing = await startProduct({ REGISTRATION: 'open', SMTP_URL: mailbox.url })
    try {
      const page = await open({ url: mailing.url, path: '/register', signedIn: false })
      await page.getByLabel('Nombre del negocio').fill('Florería')
      await page.getByLabel('Nombre', { exact: true }).fill('Flora')
      await page.getByLabel('Correo').fill('flora@ejemplo.com')
      await page.getByLabel('Contraseña', { exact: true }).fill('caballo correcto')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Empezar/ }).click()
      const line = page.getByText(/^Confirmá tu correo con el enlace que enviamos a flora@ejemplo.com/)
      await seen(line)
      await shoot(page, 'confirm line')
      assert.deepEqual(await inspect(page, 'confirm line'), [])
      const link = await mailbox.linkTo('flora@ejemplo.com', /\S+\/confirm#\S+/)
      await page.getByRole('button', { name: 'Enviar de nuevo' }).click()
      await seen(page.getByText('Mensaje enviado a flora@ejemplo.com'))

      // Whoever reads the mail and is not signed in to the account confirms nothing by a click.
      const reader = await open({ url: mailing.url, path: link, signedIn: false, size: 'phone', theme: 'dark' })
      await seen(reader.getByRole('link', { name: 'Entrar para confirmar' }))
      await seen(reader.getByRole('link', { name: 'Elegir una contraseña nueva' }))
      assert.deepEqual(await inspect(reader, 'confirm signed out'), [])
      await reader.getByRole('link', { name: 'Entrar para confirmar' }).click()
      await reader.getByLabel('Correo').fill('flora@ejemplo.com')
      await reader.getByLabel('Contraseña', { exact: true }).fill('caballo correcto')
      await reader.keyboard.press('Enter')
      await seen(reader.getByText('Estás por confirmar que flora@ejemplo.com es tu correo.'))

      await page.goto(`${mailing.url}/confirm#1.x`)
      await page.getByRole('button', { name: 'Confirmar mi correo' }).click()
      await seen(page.getByText(/^Este enlace venció o es de otra cuenta/))
      await page.goto('/home')
      await page.goto(link)
      await page.getByRole('button', { name: 'Confirmar mi correo' }).click()
      await seen(page.getByText('Listo: este correo es tuyo.'))
      await shoot(page, 'confirm done')
      await page.getByRole('button', { name: 'Seguir' }).click()
      await seen(page.getByRole('heading', { name: /^Buen.*Flora/ }))
      await gone(line)
      // Before their product goes: what they would say of it then is no trouble.
      await Promise.all([page.close(), reader.close()])
    } finally {
      await mailing.stop()
      await mailbox.close()
    }
  },
)

scene('On a phone, in the dark and in other languages the page says and fits the same', async ({ open }) => {
  for (const [language, code, title] of [
    ['pt-BR', 'pt-BR', 'Criar uma conta'],
    ['en-US', 'en', 'Create an account'],
  ] as const) {
    const phone = await open({ path: '/register', signedIn: false, size: 'phone', theme: 'dark', language })
    await seen(phone.getByRole('heading', { name: title }))
    await seen(phone.getByRole('textbox').first())
    assert.deepEqual(await wrongWords(phone, code), [])
    assert.deepEqual(await misfits(phone), [])
    assert.deepEqual(await barriers(phone), [])
    await shoot(phone, `register phone ${code}`)
  }
})

scene('Where the host keeps it closed, nothing leads there and the page says who can help', async ({ open }) => {
  const closed = await startProduct()
  try {
    const page = await open({ url: closed.url, path: '/login', signedIn: false })
    await seen(page.getByRole('link', { name: '¿Te olvidaste la contraseña?' }))
    await page.waitForLoadState('networkidle')
    assert.equal(await page.getByRole('link', { name: 'Crear una cuenta' }).count(), 0)
    await page.goto('/register')
    await seen(page.getByText(/^Acá las cuentas se crean por invitación/))
    assert.equal(await page.getByRole('textbox').count(), 0)
  } finally {
    await closed.stop()
  }
})
