import { fillMessages, type Filled } from './fill-messages.ts'
import { timesOf, type Times } from './percentiles.ts'
import { searches } from './phrases.ts'
import type { Stage } from './stage.ts'

export type MillionTimes = Filled & { fillSeconds: number; screens: Record<string, Times> }

/** Few enough that all screens together stay within what one person may read in a minute. */
const samples = 40

type ConversationPage = { items: { id: string }[]; nextCursor: string | null }

const timed = async (path: (index: number) => string, api: Stage['api']): Promise<Times> => {
  const took: number[] = []
  for (let index = 0; index < samples; index++) {
    const startedAt = performance.now()
    await api.get(path(index))
    took.push(performance.now() - startedAt)
  }
  return timesOf(took)
}

/** Inbox and search as a signed-in person gets them, one call after the other, in the largest of 50 tenants with a million messages together. */
export const measureMillion = async ({ dataDir, api }: Stage, tell: (line: string) => void): Promise<MillionTimes> => {
  tell('filling the database with a million messages')
  const startedAt = performance.now()
  const filled = await fillMessages(dataDir, { messages: 1_000_000, conversations: 60_000, tenants: 50 })
  const fillSeconds = (performance.now() - startedAt) / 1000
  tell(`filled in ${fillSeconds.toFixed(0)} s`)
  const list = '/api/conversations?view=all&limit=50'
  const first = await api.get<ConversationPage>(`${list.replace('limit=50', 'limit=200')}&tab=any`)
  const cursor = encodeURIComponent(first.nextCursor ?? '')
  const idOf = (index: number) => first.items[(index * 37) % first.items.length]!.id
  const screens: Record<string, Times> = {
    'inbox, open ones': await timed(() => `${list}&tab=open`, api),
    'inbox, everything': await timed(() => `${list}&tab=any`, api),
    'inbox, a page further down': await timed(() => `${list}&tab=any&cursor=${cursor}`, api),
    'inbox, counts of the views': await timed(() => '/api/conversations/counts', api),
    'open a conversation': await timed((index) => `/api/conversations/${idOf(index)}/messages?limit=50`, api),
  }
  for (const [name, words] of Object.entries(searches))
    screens[name] = await timed((index) => `/api/search/messages?limit=20&q=${encodeURIComponent(words[index % words.length]!)}`, api)
  return { ...filled, fillSeconds, screens }
}
