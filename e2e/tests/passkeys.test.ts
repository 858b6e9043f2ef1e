import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** A key on one's device in place of the password. The device is Chromium's own virtual one. */
const { scene } = await openStage()

const section = (page: Page, name: string) => page.getByRole('region', { name })

/** A device with a fingerprint reader that always knows its owner. */
const giveDevice = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  }
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: options as never })
}

scene('A passkey is added with the password, signs in without it, and opens nothing once removed', async ({ open, product, troubles }) => {
  troubles.expect(/answer 4(01|22): POST .*\/api\/auth\/passkey/)
  const page = await open({ path: '/a/demo/account' })
  await giveDevice(page)
  const keys = section(page, 'Llaves de acceso')
  await keys.getByRole('button', { name: 'Agregar una llave de acceso' }).click()
  const dialog = page.getByRole('dialog', { name: 'Agregar una llave de acceso' })
  await dialog.getByLabel('Nombre').fill('Portátil')
  await dialog.getByLabel('Contraseña actual', { exact: true }).fill('no es esta')
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await seen(dialog.getByText('Esa no es tu contraseña actual.'))
  await shoot(page, 'passkey added desk')
  assert.deepEqual([...(await misfits(page)), ...(await barriers(page))], [])
  await dialog.getByLabel('Contraseña actual', { exact: true }).fill(product.password)
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await seen(keys.getByText('Portátil'))
  await shoot(page, 'passkeys desk')
  assert.deepEqual([...(await misfits(page)), ...(await barriers(page))], [])

  const leave = async () => {
    // What the page is still asking for when the session ends would be refused.
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Ajustes' }).click()
    await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click()
    await seen(page.getByRole('heading', { name: 'Entrá a tu cuenta' }))
  }
  await leave()
  await shoot(page, 'passkey door desk')
  assert.deepEqual([...(await misfits(page)), ...(await barriers(page))], [])
  await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click()
  await seen(page.getByRole('heading', { name: 'Tu cuenta' }))
  await keys.getByRole('button', { name: 'Quitar la llave de acceso Portátil' }).click()
  await seen(page.getByText('Se quitó la llave de acceso Portátil'))
  await leave()
  await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click()
  await seen(page.getByText('Esta llave de acceso ya no abre nada acá. Usá tu contraseña.'))
})

scene('On a phone, in the dark and in other languages the pages say and fit the same', async ({ open, api }) => {
  for (const [language, code, title, enter] of [
    ['pt-BR', 'pt-BR', 'Chaves de acesso', 'Entrar com uma chave de acesso'],
    ['en-US', 'en', 'Passkeys', 'Sign in with a passkey'],
  ] as const) {
    const door = await open({ path: '/login', signedIn: false, size: 'phone', theme: 'dark', language })
    await seen(door.getByRole('button', { name: enter }))
    await shoot(door, `passkey door phone ${code}`)
    assert.deepEqual([...(await misfits(door)), ...(await barriers(door)), ...(await wrongWords(door, code))], [])
    await api.send('PUT', '/api/auth/profile', { language: code })
    const account = await open({ path: '/a/demo/account', size: 'phone', theme: 'dark' })
    await section(account, title).getByRole('button').click()
    await seen(account.getByRole('dialog'))
    await shoot(account, `passkey phone ${code}`)
    assert.deepEqual([...(await misfits(account)), ...(await barriers(account)), ...(await wrongWords(account, code))], [])
  }
  await api.send('PUT', '/api/auth/profile', { language: null })
})
