import assert from 'node:assert/strict'
import { barriers } from '../kit/accessible.ts'
import { card, createSmallFlow, field, nodesOf, saved } from '../kit/flow.ts'
import { becomes, gone, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** Several people in one draft. That nobody loses what they wrote: `flows-builder.test.ts`. */
const { scene } = await openStage()

scene('A step that a colleague is at is theirs, until they go on or one writes in it all the same', async ({ open, api }) => {
  const flow = await createSmallFlow(api, 'De a dos')
  const { link } = await api.send<{ link: string }>('POST', '/api/invitations', { email: 'diego@ejemplo.com', role: 'owner' })
  const accept = { key: new URL(link).pathname.split('/').at(-1), name: 'Diego Sosa', password: 'caballo correcto', tokenDelivery: 'body' }
  await api.send('POST', '/api/invitations/accept', accept)
  const his = await open({ signedIn: false })
  await his.request.post('/api/auth/login', { data: { email: 'diego@ejemplo.com', password: 'caballo correcto', tokenDelivery: 'cookie' } })
  await his.addInitScript(() => localStorage.setItem('chasqui.signed-in', 'yes'))
  await his.goto(`/a/demo/flows/${flow.id}`)
  await card(his, 'Saludo').click({ position: { x: 60, y: 15 } })
  await seen(field(his, 'Texto'))
  const mine = await open({ path: `/a/demo/flows/${flow.id}` })
  await card(mine, 'Saludo').click({ position: { x: 60, y: 15 } })
  await seen(mine.getByText('Diego Sosa está en este paso ahora.'))
  await becomes(() => field(mine, 'Texto').isDisabled(), true, 'it is his')
  await shoot(mine, 'step of a colleague')
  assert.deepEqual(await barriers(mine), [])
  await card(his, 'Horario').click({ position: { x: 60, y: 15 } })
  await gone(mine.getByText('Diego Sosa está en este paso ahora.'))
  await field(mine, 'Texto').fill('Hola a todos')
  await seen(field(his, 'Texto'))
  await card(mine, 'Horario').click({ position: { x: 60, y: 15 } })
  await mine.getByRole('button', { name: 'Editar de todos modos' }).click()
  await field(mine, 'Texto').fill('De 8 a 20')
  await saved(mine)
  await becomes(async () => (await nodesOf(api, flow))['b']!.text, 'De 8 a 20', 'it is kept')
})
