import { filesOf, type MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ChannelFacts } from './ports.ts'

/** Whether bytes of it are still at the provider. */
export const hasFilesToFetch = (content: MessageContent): boolean => filesOf(content).some((file) => file.state === 'pending' && file.providerMediaId)

/**
 * Files come independently of each other. Those that come by one line share sixteen lanes, told apart by the last digit of the message's id, which is chance: a node without the line finds
 * out once for each of these, and not for each file, that they are not its.
 */
const laneOf = ({ id, onlyByLine }: Pick<ChannelFacts, 'id' | 'onlyByLine'>, messageId: string): string =>
  onlyByLine ? `${id}:${messageId.at(-1)}` : messageId

/** Bytes that the provider still holds are fetched right after the commit, or then; its addresses expire. */
export const fetchFiles = (tx: Tx, channel: Pick<ChannelFacts, 'id' | 'onlyByLine'>, messageId: string, runAt?: Date): void =>
  void tx.enqueue({ queue: 'media', key: laneOf(channel, messageId), payload: { channelId: channel.id, messageId }, ...(runAt && { runAt }) })
