import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import type { Api } from '../kit/api.ts'
import { codeOf } from '../kit/authenticator-app.ts'
import { misfits } from '../kit/fit.ts'
import { gone, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** A role asks for the second step of the sign-in: its members are led through the set-up, and then on. */
const { scene } = await openStage()

const password = 'caballo correcto'
const addMember = async (api: Api, name: string, role: string): Promise<string> => {
  const email = `${name.toLowerCase()}@ejemplo.com`
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email, role })
  await api.send('POST', '/api/invitations/accept', { key: new URL(link).pathname.split('/').at(-1), name, password, tokenDelivery: 'body' })
  return email
}
const enter = async (page: Page, email: string) => {
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Contraseña', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

scene('The owner asks it of a role; whoever works in it is led to the set-up at once, and goes on after it', async ({ open, api, troubles }) => {
  troubles.expect(/answer 403/)
  const email = await addMember(api, 'Beto', 'quality')
  const member = await open({ path: '/login', signedIn: false })
  await enter(member, email)
  await seen(member.getByRole('heading', { name: /^Buen/ }))
  await member.goto('/a/demo/inbox/all')
  await seen(member.getByRole('listbox', { name: 'Conversaciones' }))

  const owner = await open({ path: '/a/demo/access' })
  const wish = owner.getByRole('switch', { name: 'Verificación en dos pasos: Calidad' })
  await wish.click()
  const dialog = owner.getByRole('dialog', { name: '¿Exigir la verificación en dos pasos a Calidad?' })
  await seen(dialog)
  await shoot(owner, 'two steps of a role asked')
  assert.deepEqual(await barriers(owner), [])
  await dialog.getByRole('button', { name: 'Exigirla' }).click()
  await gone(dialog)
  assert.equal(await wish.getAttribute('aria-checked'), 'true')
  await shoot(owner, 'two steps of a role')
  assert.deepEqual(await misfits(owner), [])
  assert.deepEqual(await barriers(owner), [])

  await seen(member.getByRole('heading', { name: 'Configurá la verificación en dos pasos' }))
  await member.getByLabel('Contraseña actual', { exact: true }).fill(password)
  await member.getByRole('button', { name: 'Continuar' }).click()
  const secret = await member.locator('code').innerText()
  await shoot(member, 'two steps first')
  assert.deepEqual(await barriers(member), [])
  await member.getByLabel('Código de verificación').fill(codeOf(secret))
  await member.keyboard.press('Enter')
  await seen(member.getByRole('list', { name: 'Códigos de recuperación' }))
  await member.getByRole('button', { name: 'Ya los guardé' }).click()
  await seen(member.getByRole('listbox', { name: 'Conversaciones' }))
  assert.equal(placeOf(member), '/inbox/all')

  await member.goto('/a/demo/account')
  await seen(member.getByText('Tu rol la pide: no se puede desactivar.'))
  assert.equal(await member.getByRole('button', { name: 'Desactivar' }).count(), 0)

  // The phone is lost: the owner takes the step away, and the member sets up another one.
  await owner.goto('/a/demo/settings/users')
  await owner.getByRole('button', { name: /Beto/ }).click()
  await owner.getByRole('tab', { name: 'Actividad' }).click()
  await owner.getByRole('button', { name: 'Quitarla' }).click()
  const question = owner.getByRole('dialog', { name: '¿Quitar la verificación en dos pasos de Beto?' })
  await seen(question)
  await shoot(owner, 'two steps lost')
  assert.deepEqual([...(await misfits(owner)), ...(await barriers(owner))], [])
  await question.getByRole('button', { name: 'Quitarla' }).click()
  await seen(owner.getByText('El rol la pide; todavía no está configurada.'))
  // Their open page leads there by itself; going somewhere at the same moment would be cut off by it.
  await seen(member.getByRole('heading', { name: 'Configurá la verificación en dos pasos' }))
})

scene('On a phone, in the dark and in other languages the set-up says and fits the same; signing out leads to the door', async ({ open, api, troubles }) => {
  troubles.expect(/answer 403/)
  await api.send('PUT', '/api/roles/auditor/two-factor', { required: true })
  const email = await addMember(api, 'Eva', 'auditor')
  const phone = await open({ path: '/login', signedIn: false, size: 'phone', theme: 'dark' })
  await enter(phone, email)
  await seen(phone.getByRole('heading', { name: 'Configurá la verificación en dos pasos' }))
  for (const [link, code, heading] of [
    ['Português', 'pt-BR', 'Configure a verificação em duas etapas'],
    ['English', 'en', 'Set up two-step verification'],
  ] as const) {
    await phone.getByRole('button', { name: link }).click()
    await seen(phone.getByRole('heading', { name: heading }))
    assert.deepEqual(await wrongWords(phone, code), [])
    assert.deepEqual(await misfits(phone), [])
    assert.deepEqual(await barriers(phone), [])
    await shoot(phone, `two steps first phone ${code}`)
  }
  await phone.getByRole('button', { name: 'Sign out' }).click()
  await seen(phone.getByRole('heading', { name: 'Sign in to your account' }))
  const roles = await open({ path: '/a/demo/access', size: 'phone' })
  await roles.getByLabel('Rol', { exact: true }).selectOption('auditor')
  await roles.getByRole('switch', { name: 'Verificación en dos pasos: Auditoría' }).click()
  await seen(roles.getByText('Auditoría puede entrar solo con la contraseña'))
  assert.deepEqual(await misfits(roles), [])
  assert.deepEqual(await barriers(roles), [])
  await shoot(roles, 'two steps of a role phone')
})
