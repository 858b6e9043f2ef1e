import type { ConnectedNumber } from '../product/connect-number.ts'
import { postUntilTaken } from '../webhooks/post.ts'
import { messageOf, personOf, type PlannedMessage } from './plan.ts'
import { webhookOf } from './webhook-of.ts'

const people = 20
const each = 10

/** 200 first messages of 20 unknown people, all posted at the same moment, each in a webhook and on a connection of its own. */
export const writeFirstMessages = async (numbers: ConnectedNumber[]): Promise<PlannedMessage[]> => {
  const known = Array.from({ length: people }, (_, index) => personOf(index, 'fresh', numbers[index % numbers.length]!))
  const messages = Array.from({ length: each }, (_, position) => known.map((person) => messageOf(person, position + 1))).flat()
  const posts = messages.map((message) => webhookOf([message]))
  await Promise.all(posts.map(({ url, webhook }) => postUntilTaken(url, webhook)))
  return messages
}
