import { openApi } from '../product/api.ts'
import { addAgent, agent } from './add-agent.ts'
import { fillMessages, type Filled } from './fill-messages.ts'
import { searches } from './known-words.ts'
import { timesOf, type Times } from './percentiles.ts'
import type { Stage } from './stage.ts'

/** What a search costs that finds nothing and has to look at every message: the client goes on page by page. */
export type WholeSearch = { words: string; pages: number; seconds: number }
export type MillionTimes = Filled & { fillSeconds: number; lists: Record<string, Times>; searches: Record<string, Times>; whole: WholeSearch }

/** Few enough that all of a person's calls together stay within what one person may read in a minute. */
const samples = 60

type Reader = Pick<Stage['api'], 'get'>
type Page = { items: { id: string }[]; nextCursor: string | null }

const timed = async (path: (index: number) => string, api: Reader): Promise<Times> => {
  const took: number[] = []
  for (let index = 0; index < samples; index++) {
    const startedAt = performance.now()
    await api.get(path(index))
    took.push(performance.now() - startedAt)
  }
  return timesOf(took)
}

const measureLists = async (api: Reader): Promise<Record<string, Times>> => {
  const list = '/api/conversations?limit=50'
  const first = await api.get<Page>('/api/conversations?limit=200&view=all&tab=any')
  const cursor = encodeURIComponent(first.nextCursor ?? '')
  const idOf = (index: number) => first.items[(index * 37) % first.items.length]!.id
  const asked: Record<string, string> = {
    'inbox, open ones': `${list}&view=all&tab=open`,
    'inbox, everything': `${list}&view=all&tab=any`,
    'inbox, a page further down': `${list}&view=all&tab=any&cursor=${cursor}`,
    'inbox, mine and unassigned': `${list}&view=mine_unassigned&tab=open`,
    'inbox, all that was ever mine': `${list}&view=mine&tab=any`,
    'inbox, with the bot': `${list}&view=all&tab=bot`,
    'inbox, unread ones': `${list}&view=all&tab=open&unread=true`,
    'inbox, urgent ones': `${list}&view=all&tab=any&priority=urgent`,
    'inbox, by who needs one': `${list}&view=mine_unassigned&tab=open&sort=needs_me`,
    'inbox, by priority': `${list}&view=all&tab=any&sort=priority`,
    'inbox, waiting over 30 min': `${list}&view=all&tab=any&waitingLongerThan=30`,
    'inbox, window closes within 2 h': `${list}&view=all&tab=any&windowClosesWithin=120`,
    'inbox, where one is mentioned': `${list}&view=mentions&tab=any`,
    'inbox, people of a common name': `${list}&view=all&tab=any&q=cliente`,
    'inbox, somebody by their number': `${list}&view=all&tab=any&q=573100012345`,
    'inbox, counts of the views': '/api/conversations/counts',
  }
  const taken: Record<string, Times> = {}
  for (const [name, path] of Object.entries(asked)) taken[name] = await timed(() => path, api)
  return { ...taken, 'open a conversation': await timed((index) => `/api/conversations/${idOf(index)}/messages?limit=50`, api) }
}

const searchFor = (words: string) => `/api/search/messages?limit=20&q=${encodeURIComponent(words)}`
const measureSearches = async (api: Reader, who: string): Promise<Record<string, Times>> => {
  const taken: Record<string, Times> = {}
  for (const [name, words] of Object.entries(searches)) taken[`${who}, ${name}`] = await timed((index) => searchFor(words[index % words.length]!), api)
  return taken
}

const measureWhole = async (words: string, api: Reader): Promise<WholeSearch> => {
  const startedAt = performance.now()
  let pages = 0
  for (let cursor: string | null = ''; cursor !== null; pages++)
    cursor = (await api.get<Page>(`${searchFor(words)}${cursor && `&cursor=${cursor}`}`)).nextCursor
  return { words, pages, seconds: (performance.now() - startedAt) / 1000 }
}

/**
 * Inbox and search as signed-in people get them, one call after the other, in a tenant that has a million messages in 50,000 conversations, beside 49
 * small ones: for somebody who sees all, and for somebody who sees a tenth.
 */
export const measureMillion = async ({ dataDir, api, product }: Stage, tell: (line: string) => void): Promise<MillionTimes> => {
  tell('filling the database with a million messages')
  const startedAt = performance.now()
  const filled = await fillMessages(dataDir, { messages: 1_200_000, conversations: 60_000, tenants: 50, ownShare: 5 / 6 })
  await addAgent(dataDir)
  const fillSeconds = (performance.now() - startedAt) / 1000
  tell(`filled in ${fillSeconds.toFixed(0)} s`)
  const own = await openApi(product.url, agent)
  return {
    ...filled,
    fillSeconds,
    lists: await measureLists(api),
    searches: { ...(await measureSearches(api, 'search')), ...(await measureSearches(own, 'sees a tenth')) },
    whole: await measureWhole('izquierdo derecho', api),
  }
}
