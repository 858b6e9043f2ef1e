import type { Api } from './api.ts'
import { becomes } from './look.ts'

/** A simulated customer whose phone is in the test's hand instead of on a screen. */
export type Customer = {
  name: string
  phone: string
  says(text: string): Promise<void>
  presses(id: string, title: string): Promise<void>
  /** Takes back what it wrote, for everybody. */
  deletes(text: string): Promise<void>
  /** Opens the chat: what arrived becomes read. */
  looks(): Promise<void>
  /** What the phone shows, oldest first. */
  screen(): Promise<{ direction: 'in' | 'out'; text: string; status: string }[]>
  /** The id of the customer's open conversation. */
  conversation(): Promise<string>
}

/** Every customer of a test file gets a number of their own, apart from those of the demo, so that tests do not meet. */
let customers = 0
const nextNumber = () => `5491177${String((customers += 1)).padStart(6, '0')}`

type Page<Item> = { items: Item[] }

export const simulatorChannel = async (api: Api): Promise<string> => {
  const { simulatorChannelId } = await api.get<{ simulatorChannelId: string | null }>('/api/home')
  if (!simulatorChannelId) throw new Error('the demo tenant has no simulator channel')
  return simulatorChannelId
}

/** Takes the web chat of the demo away, for scenes about an organisation with one channel alone. */
export const leaveOnlyThePhone = async (api: Api): Promise<void> => {
  const { items } = await api.get<Page<{ id: string; kind: string }>>('/api/channels')
  for (const { id } of items.filter(({ kind }) => kind !== 'simulator')) await api.send('DELETE', `/api/channels/${id}`)
}

export const createCustomer = (api: Api, channelId: string, name: string): Customer => {
  const phone = nextNumber()
  const path = `/api/simulator/${channelId}`
  const act = async (what: object) => void (await api.send('POST', `${path}/messages`, { from: { phone, name }, ...what }))
  const written = async () => (await api.get<Page<{ id: string; text: string }>>(`${path}/phones/${phone}/messages?limit=100`)).items
  return {
    name,
    phone,
    says: (text) => act({ type: 'text', text }),
    presses: (id, title) => act({ type: 'choice', choice: { id, title } }),
    deletes: async (text) => act({ type: 'delete', messageId: (await written()).find((message) => message.text === text)?.id }),
    looks: async () => void (await api.send('POST', `${path}/phones/${phone}/read`)),
    screen: async () => (await api.get<Page<{ direction: 'in' | 'out'; text: string; status: string }>>(`${path}/phones/${phone}/messages?limit=100`)).items,
    conversation: async () => {
      const { items } = await api.get<Page<{ id: string }>>(`/api/conversations?q=${encodeURIComponent(name)}&limit=1`)
      if (!items[0]) throw new Error(`${name} has no conversation`)
      return items[0].id
    },
  }
}

/** The customer asks for a person, and the bot has handed over: a conversation in the open tab that nobody has. */
export const asksForPerson = async (customer: Customer, api: Api): Promise<string> => {
  await customer.says('humano')
  await becomes(
    async () => (await api.get<Page<{ state: string }>>(`/api/conversations?q=${encodeURIComponent(customer.name)}&limit=1`)).items[0]?.state,
    'queued',
    `${customer.name} waits for a person`,
  )
  return customer.conversation()
}
