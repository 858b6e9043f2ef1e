import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { asksForPerson } from '../kit/customer.ts'
import { misfits } from '../kit/fit.ts'
import { notice, openTalk, row } from '../kit/inbox.ts'
import { gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

const { scene } = await openStage()

scene(
  'A role is made that sees its own and what nobody has, without numbers; who has it sees just that, and lets go of what is given away',
  async ({ open, customer, api, troubles }) => {
    const ana = customer('Ana Alcance')
    const id = await asksForPerson(ana, api)
    const owner = await open({ path: '/a/demo/access' })
    await owner.getByRole('button', { name: 'Crear rol' }).click()
    const editor = owner.getByRole('dialog')
    await editor.getByLabel('Nombre').fill('Recepción')
    await editor.getByLabel('Empezar desde').selectOption('agent')
    await seen(editor.getByText('También las que esperan o están con el bot, y los contactos de ellas.'))
    await editor.getByRole('checkbox', { name: 'Ocultar los números de teléfono' }).check()
    await seen(editor.getByText('no se abren el teléfono de prueba'))
    await shoot(owner, 'role editor with reach')
    assert.deepEqual(await barriers(owner), [])
    await editor.getByRole('button', { name: 'Crear rol' }).click()
    await gone(editor)
    const cells = owner.getByRole('row', { name: /^Conversaciones que ve/ }).getByRole('cell')
    assert.equal(await cells.last().textContent(), 'Las suyas y las que nadie tiene')
    assert.equal(
      await owner
        .getByRole('row', { name: /^Ocultar los números/ })
        .getByRole('cell')
        .last()
        .textContent(),
      'Sí',
    )
    await shoot(owner, 'roles with reach')

    const { items } = await api.get<{ items: { id: string; name: string }[] }>('/api/roles')
    const role = items.find(({ name }) => name === 'Recepción')!.id
    const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email: 'recepcion@ejemplo.com', role })
    const desk = await open({ path: new URL(link).pathname, signedIn: false })
    await desk.getByLabel('Tu nombre').fill('Recepcionista')
    await desk.getByLabel('Contraseña', { exact: true }).fill('caballo correcto')
    await desk.getByRole('button', { name: 'Crear cuenta y entrar' }).click()
    await desk
      .getByRole('navigation', { name: 'Principal' })
      .getByRole('link', { name: /^Bandeja/ })
      .click()
    await openTalk(desk, ana.name)
    await seen(desk.getByText(/^\+54 9 ··· ··\d\d$/).first())
    assert.ok(!(await desk.content()).includes(ana.phone.slice(3)), 'the number is nowhere on the page')

    troubles.expect(/answer 404: GET .*\/api\/(conversations|contacts)\//)
    const { user } = await api.get<{ user: { id: string; name: string } }>('/api/auth/me')
    await api.send('POST', `/api/conversations/${id}/assign`, { userId: user.id })
    await seen(notice(desk, 'La conversación con Ana Alcance pasó a otra persona'))
    await gone(row(desk, ana.name))
    await seen(desk.getByText('Esta conversación no existe o ya no está disponible para'))
  },
)

scene('On a phone the role that is looked at tells its reach, too', async ({ open }) => {
  const page = await open({ path: '/a/demo/access', size: 'phone' })
  await page.getByLabel('Rol', { exact: true }).selectOption('agent')
  await seen(page.getByText('Las suyas y las que nadie tiene'))
  assert.deepEqual([await barriers(page), await misfits(page)], [[], []])
})
