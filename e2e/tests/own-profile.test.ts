import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { barriers } from '../kit/accessible.ts'
import { misfits } from '../kit/fit.ts'
import { countIs, becomes, seen } from '../kit/look.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'
import { wrongWords } from '../kit/words.ts'

/** What somebody shows of themselves, what they are told, and what those who look after them see of their days. */
const { scene } = await openStage()

/** The smallest picture there is: one dot. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel('Elegir una foto').first().setInputFiles({ name, mimeType, buffer })
const section = (page: Page, name: string) => page.getByRole('region', { name })

scene('A photo is shown in the menu and in the list of people, until it is taken away', async ({ open, troubles }) => {
  troubles.expect(/answer 4(13|22): PUT .*\/api\/users\/me\/photo/)
  const page = await open({ path: '/a/demo/account' })
  const menu = page.getByRole('navigation', { name: 'Principal' })
  await seen(section(page, 'Perfil').getByRole('button', { name: 'Elegir una foto' }))
  await choose(page, 'no.png', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await seen(page.getByText('Eso no es una imagen que se pueda mostrar.'))
  await choose(page, 'big.png', 'image/png', Buffer.concat([dot, Buffer.alloc(2_000_001)]))
  await seen(page.getByText('La foto es muy grande.'))
  await choose(page, 'ana.png', 'image/png', dot)
  await seen(menu.locator('img'))
  await shoot(page, 'photo account desk')
  assert.deepEqual([...(await misfits(page)), ...(await barriers(page))], [])
  const people = await open({ path: '/a/demo/settings/users' })
  await seen(people.getByRole('list', { name: 'Personas' }).locator('img'))
  await shoot(people, 'photo people')
  await page.getByRole('button', { name: 'Quitar la foto' }).click()
  await countIs(menu.locator('img'), 0, 'initials again')
  await countIs(people.getByRole('list', { name: 'Personas' }).locator('img'), 0, 'initials for the others too')
})

/** Stands in for the desktop of the person, who looks at another window: remembers what was told, and by what sound. */
const watchDesktop = (page: Page) =>
  page.addInitScript(() => {
    const told: string[] = []
    Reflect.set(window, 'told', told)
    class Desktop extends EventTarget {
      static permission = 'granted'
      static requestPermission = () => Promise.resolve('granted')
      constructor(title: string, { body }: { body: string }) {
        super()
        told.push(`${title}: ${body}`)
      }
      close() {}
    }
    Reflect.set(window, 'Notification', Desktop)
    document.hasFocus = () => false
    const play = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (when) {
      if (!told.includes('sound')) told.push('sound')
      play.call(this, when)
    }
  })
const told = (page: Page): Promise<string[]> => page.evaluate(() => [...(Reflect.get(window, 'told') as string[])])
const forget = (page: Page): Promise<void> => page.evaluate(() => void (Reflect.get(window, 'told') as string[]).splice(0))

scene('Whoever waits, and what is said in mine, is told as I chose, on whichever page I am', async ({ open, customer, api }) => {
  const page = await open()
  await watchDesktop(page)
  await page.goto('/a/demo/account')
  const notices = section(page, 'Avisos')
  const sound = notices.getByRole('switch', { name: 'Sonido: Alguien nuevo espera a una persona' })
  await seen(sound)
  assert.equal(await sound.getAttribute('aria-checked'), 'true')
  const irma = customer('Irma Aviso')
  await irma.says('hola')
  await irma.says('humano')
  await becomes(async () => (await told(page)).some((one) => one.endsWith('Irma Aviso')), true, 'somebody waits')
  assert.ok((await told(page)).includes('Alguien espera a una persona: Irma Aviso'))

  const { items } = await api.get<{ items: { id: string; contact: { name: string } }[] }>('/api/conversations?limit=50')
  const { id } = items.find(({ contact }) => contact.name === 'Irma Aviso')!
  await api.send('PUT', `/api/conversations/${id}/floor`, { floor: 'human' })
  await forget(page)
  await irma.says('¿hay alguien?')
  await becomes(async () => (await told(page)).filter((one) => one.startsWith('Mensaje nuevo')), ['Mensaje nuevo: Irma Aviso'], 'a message in mine')
  assert.ok((await told(page)).includes('sound') || (await page.evaluate(() => !navigator.userActivation.hasBeenActive)))

  const desktop = notices.getByRole('switch', { name: 'Escritorio: Un mensaje en una de tus conversaciones' })
  await desktop.click()
  await notices.getByRole('switch', { name: 'Sonido: Un mensaje en una de tus conversaciones' }).click()
  await becomes(async () => (await api.get<{ message: unknown }>('/api/users/me/notices')).message, { sound: false, desktop: false }, 'it is kept')
  await forget(page)
  await irma.says('¿sigue ahí?')
  const other = customer('Otto Aviso')
  await other.says('hola')
  await other.says('humano')
  await becomes(async () => (await told(page)).includes('Alguien espera a una persona: Otto Aviso'), true, 'what is still wanted is told')
  assert.deepEqual(
    (await told(page)).filter((one) => one.startsWith('Mensaje nuevo')),
    [],
  )
  await shoot(page, 'notices desk')
  assert.deepEqual([...(await misfits(page)), ...(await barriers(page))], [])
})

for (const [size, theme, language, tab, heading] of [
  ['desk', 'light', 'en', 'Activity', 'Last seven days'],
  ['phone', 'dark', 'pt-BR', 'Atividade', 'Últimos sete dias'],
] as const)
  scene(`The activity of a member fits, ${size}, ${language}`, async ({ open, api }) => {
    await api.send('PUT', '/api/auth/profile', { language })
    const page = await open({ path: '/a/demo/settings/users', size, theme })
    await page
      .getByRole('main')
      .getByRole('button', { name: /owner@demo.local/ })
      .click()
    await page.getByRole('tab', { name: tab }).click()
    await seen(page.getByRole('region', { name: heading }).getByRole('row').nth(7))
    await seen(page.getByText('127.0.0.1').first())
    await shoot(page, `activity ${size} ${language}`)
    assert.deepEqual([...(await misfits(page)), ...(await barriers(page)), ...(await wrongWords(page, language))], [])
    await api.send('PUT', '/api/auth/profile', { language: null })
  })
