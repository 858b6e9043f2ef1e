import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/ids'
import { publishFlow } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { talksOf } from '../kit/telegram.ts'
import { connectWebchat, VisitorPage } from '../kit/visitor.ts'

const perLife = 8
const deaths = 3

test('killed at any moment while visitors write: each message is there once, and each page has every answer once and in order', async () => {
  const { the, livesAfter } = await startMortal()
  const channel = await connectWebchat(the.owner.api)
  await publishFlow(
    the.owner.api,
    {
      schema: 1,
      start: 'ask',
      nodes: {
        ask: {
          type: 'input',
          text: 'Oído: {{message.text}}',
          expect: 'text',
          saveAs: 'what',
          timeout: { seconds: 36_000, next: null },
          next: 'ask',
        },
      },
    },
    { channelId: channel.id },
  )
  const pages = [await new VisitorPage(the.url, channel.id).begin(), await new VisitorPage(the.url, channel.id).begin()]
  const tokens = pages.map(({ token }) => token)
  const lives = await livesAfter()

  // What a page has to say is said until it was answered, under the same id, as the widget does.
  const wanted: { page: number; id: string; text: string }[] = []
  const known: (number | null)[] = [null, null]
  const told: string[][] = [[], []]
  const speak = async (url: string, entry: (typeof wanted)[number]): Promise<boolean> => {
    const page = new VisitorPage(url, channel.id, { token: tokens[entry.page]! })
    return page.say(entry.text, entry.id).then(
      () => true,
      () => false,
    )
  }
  const confirmed = new Set<string>()
  for (let death = 1; death <= deaths; death++) {
    const goal = death * perLife
    let connected: VisitorPage[] = []
    await lives.endAs(
      async () => {
        const open = wanted.filter(({ id }) => !confirmed.has(id))
        if (open.length === 0 && wanted.length < goal) wanted.push({ page: wanted.length % 2, id: newId(), text: `mensaje ${wanted.length}` })
        for (const entry of wanted.filter(({ id }) => !confirmed.has(id))) if (connected[0] && (await speak(connected[0].url, entry))) confirmed.add(entry.id)
        return wanted.length === goal && confirmed.size >= goal - 1
      },
      `death ${death}`,
      async ({ url }) => {
        connected = tokens.map((token) => new VisitorPage(url, channel.id, { token }))
        for (const [index, page] of connected.entries()) {
          page.known = known[index]!
          await page.connect()
        }
      },
    )
    for (const [index, page] of connected.entries()) {
      told[index]!.push(...page.told.filter(({ by }) => by === 'business').map(({ id }) => id))
      known[index] = page.known
    }
  }

  const last = await lives.goOn()
  for (const entry of wanted.filter(({ id }) => !confirmed.has(id))) await speak(last.url, entry)
  await last.idle()
  const { rows } = await last.admin.query<{ text: string; count: number }>(
    `select content ->> 'text' as text, count(*)::int as count from conversations.message where channel_id = $1 and direction = 'in' group by 1`,
    [channel.id],
  )
  assert.deepEqual(rows.map(({ text }) => text).toSorted(), wanted.map(({ text }) => text).toSorted())
  assert.ok(
    rows.every(({ count }) => count === 1),
    'each is there once',
  )
  assert.equal((await talksOf(last.owner.api, channel.id)).length, 2)
  for (const [index, token] of tokens.entries()) {
    const page = new VisitorPage(last.url, channel.id, { token: token! })
    page.known = known[index]!
    await page.connect()
    const fresh = new VisitorPage(last.url, channel.id, { token: token! })
    await fresh.connect(null)
    const everything = [...fresh.entries.values()].filter(({ by }) => by === 'business').map(({ id }) => id)
    const heard = [...new Set([...told[index]!, ...page.told.filter(({ by }) => by === 'business').map(({ id }) => id)])]
    assert.deepEqual(heard, everything, 'no gap, and in order')
    assert.ok(everything.length > 0)
  }
  // What was sent stands in a chat once, whatever the sender knew when it died.
  const { rows: sent } = await last.admin.query<{ entries: number; messages: number }>(
    `select (select count(*)::int from webchat.entry where channel_id = $1 and by = 'business') as entries,
            (select count(*)::int from conversations.message where channel_id = $1 and direction = 'out') as messages`,
    [channel.id],
  )
  assert.ok(sent[0]!.entries <= sent[0]!.messages && sent[0]!.entries > 0)
})
