import assert from 'node:assert/strict'
import { bubble, openTalk, replyField, row, rows } from '../kit/inbox.ts'
import { gone, isSamePage, markPage, placeOf, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openFirstStage } from '../kit/stage.ts'

/** The main job, as somebody does it who has just installed the product: two tabs, one with the phone and one with the inbox. */
const { scene, product } = await openFirstStage()

scene('From the printed link to a person: the bot greets, an agent takes over, the ticks turn blue, nothing reloads', async ({ open }) => {
  const home = await open({ path: product.signInUrl, signedIn: false })
  await seen(home.getByRole('heading', { name: 'Te damos la bienvenida' }))
  await home.getByLabel('Tu nombre').fill('Lucía Paz')
  assert.equal(new URL(home.url()).search, '', 'the key is taken out of the address')
  await shoot(home, 'welcome')
  await home.getByRole('button', { name: 'Empezar' }).click()
  await seen(home.getByRole('heading', { name: /^(Buen[oa]s) (días|tardes|noches), Lucía$/ }))
  await shoot(home, 'home before the first word')
  await markPage(home)

  const inbox = await home.context().newPage()
  await inbox.goto('/inbox')
  await seen(rows(inbox))
  await markPage(inbox)

  await home.bringToFront()
  const phone = home.getByRole('region', { name: /^Teléfono de / })
  const words = home.getByRole('textbox', { name: /^Escribir como / })
  const customer = (await words.getAttribute('aria-label'))?.replace('Escribir como ', '') ?? ''
  await words.fill('hola')
  await words.press('Enter')
  const human = home.getByRole('button', { name: 'Hablar con alguien' })
  await seen(human)
  await shoot(home, 'home')

  await human.click()
  await seen(phone.getByText(/te pasamos con una persona/))

  await inbox.bringToFront()
  const bar = inbox.getByRole('button', { name: /^Mostrar \d+ conversaci/ })
  if (!(await row(inbox, customer).isVisible())) await bar.click()
  await openTalk(inbox, customer)
  const takeOver = inbox.getByRole('button', { name: 'Tomar la conversación' })
  await takeOver.click()
  await gone(takeOver)
  await seen(inbox.getByText('La conversación quedó asignada a Lucía Paz'))
  const answer = 'Hola, soy Lucía. ¿En qué te ayudo?'
  await replyField(inbox, customer).fill(answer)
  await replyField(inbox, customer).press('Enter')
  await seen(bubble(inbox, answer).getByText(/^(Enviado|Entregado|Leído)$/))

  await home.bringToFront()
  await seen(phone.getByRole('article').filter({ hasText: answer }))
  await shoot(home, 'home with a person')

  await inbox.bringToFront()
  await seen(bubble(inbox, answer).getByText('Leído', { exact: true }))
  await shoot(inbox, 'inbox after the story')

  assert.equal(placeOf(home), '/home')
  assert.deepEqual(await Promise.all([home, inbox].map(isSamePage)), [true, true], 'no page was loaded again')
})
