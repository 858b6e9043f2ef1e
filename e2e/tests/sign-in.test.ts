import assert from 'node:assert/strict'
import { log, openTalk, replyField } from '../kit/inbox.ts'
import { placeOf, seen } from '../kit/look.ts'
import { openFirstStage } from '../kit/stage.ts'

/** The door: who gets in, who does not, and what people read when they do not. */
const { scene } = await openFirstStage()

scene(
  'A wrong password is told without telling whether the account exists, the right one leads on to the page that was asked for',
  async ({ open, product, troubles }) => {
    troubles.expect(/answer 401: POST .*\/api\/auth\/login/)
    const page = await open({ path: '/a/demo/inbox', signedIn: false })
    await seen(page.getByRole('heading', { name: 'Entrá a tu cuenta' }))
    const enter = async (email: string, password: string) => {
      await page.getByLabel('Correo').fill(email)
      await page.getByLabel('Contraseña', { exact: true }).fill(password)
      await page.keyboard.press('Enter')
    }
    const refusal = page.getByText('El correo o la contraseña no coinciden. Revisalos y probá de nuevo.')
    await enter(product.email, 'no-es-esta')
    await seen(refusal)
    await enter('nadie@ejemplo.com', 'no-es-esta')
    await seen(refusal)
    await enter(product.email, product.password)
    await seen(page.getByRole('listbox', { name: 'Conversaciones' }))
    assert.equal(placeOf(page), '/inbox')
  },
)

scene('A link works once: the next person is told and shown two ways in', async ({ open, product, troubles }) => {
  const first = await open({ path: product.signInUrl, signedIn: false })
  await seen(first.getByRole('button', { name: 'Empezar' }))
  troubles.expect(/answer 401: POST .*\/api\/auth\/link/, /answer 40[0-9]: POST .*\/api\/auth\/link/)
  const second = await open({ path: product.signInUrl, signedIn: false })
  await seen(second.getByRole('heading', { name: 'Este enlace ya se usó o venció' }))
  await seen(second.getByText('npm run cli -- admin link'))
  await second.getByRole('link', { name: 'Entrar con correo y contraseña' }).click()
  await seen(second.getByLabel('Correo'))
  await first.goto(product.signInUrl)
  await seen(first.getByRole('button', { name: 'Empezar' }))
})

scene('A new link from the command line leads in', async ({ open, product }) => {
  const printed = await product.command('admin', 'link', '--json')
  const link = /http[^"\s]+\/welcome\?k=[^"\s]+/.exec(printed)?.[0]
  assert.ok(link, printed)
  const page = await open({ path: link, signedIn: false })
  await seen(page.getByRole('button', { name: 'Empezar' }))
})

scene('A session that ended asks again over the page, and what was being written stays', async ({ open, product, troubles }) => {
  const page = await open({ path: '/inbox' })
  await openTalk(page, 'Farmacia Central')
  const field = replyField(page, 'Farmacia Central')
  await field.fill('Sí, es ella. Ya')
  troubles.expect(/answer 401/)
  // The session ends elsewhere: a second tab signs out.
  await page.context().request.post('/api/auth/logout', { data: {} })
  const again = page.getByRole('dialog', { name: /^Entr[aá] de nuevo para seguir$/ })
  await seen(again)
  await again.getByLabel('Contraseña', { exact: true }).fill(product.password)
  await page.keyboard.press('Enter')
  await again.waitFor({ state: 'hidden' })
  assert.equal(await field.inputValue(), 'Sí, es ella. Ya')
  await field.press('End')
  await field.pressSequentially(' la avisamos.')
  await field.press('Enter')
  await seen(log(page, 'Farmacia Central').getByText('Sí, es ella. Ya la avisamos.'))
})

scene('Who signs in again is let in although something asked with the session that ended a moment before', async ({ open, product, troubles }) => {
  const page = await open({ path: '/inbox' })
  await openTalk(page, 'Farmacia Central')
  troubles.expect(/answer 401/)
  await page.context().request.post('/api/auth/logout', { data: {} })
  const again = page.getByRole('dialog', { name: /^Entr[aá] de nuevo para seguir$/ })
  await seen(again)
  const [asked, signedIn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // The live connection asks for a token again and again; this answer comes after the new session has begun.
  await page.route('**/api/auth/refresh', async (route) => {
    asked.resolve()
    const answer = await route.fetch()
    await signedIn.promise
    await route.fulfill({ response: answer })
  })
  await asked.promise
  await again.getByLabel('Contraseña', { exact: true }).fill(product.password)
  const admitted = page.waitForResponse('**/api/auth/login')
  await page.keyboard.press('Enter')
  await (await admitted).finished()
  signedIn.resolve()
  await again.waitFor({ state: 'hidden' })
})

scene('Signing out leaves nothing behind: neither the page nor the way back shows it again', async ({ open }) => {
  const page = await open({ path: '/home' })
  await seen(page.getByRole('heading', { name: /^Buen/ }))
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click()
  await seen(page.getByLabel('Correo'))
  await page.goBack()
  await seen(page.getByLabel('Correo'))
  await page.goto('/a/demo/home')
  await seen(page.getByLabel('Correo'))
})

scene("An address that leads nowhere says so and offers the way home; so does somebody else's business", async ({ open }) => {
  const page = await open({ path: '/a/demo/no-such-page' })
  const nowhere = page.getByRole('heading', { name: 'Esta página no existe' })
  await seen(nowhere)
  await seen(page.getByRole('navigation', { name: 'Principal' }))
  await page.goto('/a/somebody-else/home')
  await seen(nowhere)
  await page.getByRole('link', { name: 'Ir al inicio' }).click()
  await seen(page.getByRole('heading', { name: /^Buen/ }))
})

scene('A page that the role may not see is not in the menu, and its address names the missing permission', async ({ open }) => {
  const page = await open()
  await page.route('**/api/auth/me', async (route) => {
    const answer = await route.fetch()
    const me = (await answer.json()) as { permissions: string[] }
    await route.fulfill({ response: answer, json: { ...me, permissions: me.permissions.filter((permission) => !permission.startsWith('conversations.')) } })
  })
  await page.goto('/a/demo/inbox')
  await seen(page.getByRole('heading', { name: 'No tenés acceso a esta página' }))
  await seen(page.getByText('«Leer conversaciones y buscar en los mensajes» (conversations.read)'))
  assert.equal(
    await page
      .getByRole('navigation', { name: 'Principal' })
      .getByRole('link', { name: /^Bandeja/ })
      .count(),
    0,
  )
})
