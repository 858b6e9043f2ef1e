import type { Channel, LineGauges } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { call } from '#lib/api.ts'

const lineWords = ({ openSince, lostLastDay, told }: LineGauges): string[] => [
  `line: open since ${openSince ?? '-'}, lost in 24 h: ${lostLastDay}`,
  ...(told ? [`its process at ${told.at}${told.isStale ? ' (late)' : ''}: to be stored ${told.unstored}, ${memoryWords(told.memory)}`] : []),
]
const memoryWords = (memory: NonNullable<LineGauges['told']>['memory']): string =>
  memory ? `bytes ${memory.lineBytes} of ${memory.processBytes} for ${memory.lines} lines` : 'memory not told'

/** Facts for whoever helps, in the server's own words and without settings: neither secrets nor ids of accounts are in it. */
export const diagnosisOf = async ({ id, kind }: Pick<Channel, 'id' | 'kind'>): Promise<string> => {
  const params = { id }
  const [status, checks, logs] = await Promise.all([
    call(channelRoutes.status, { params }),
    call(channelRoutes.checks, { params }),
    call(channelRoutes.logs, { params, query: { limit: 10 } }),
  ])
  return [
    `channel: ${id} (${kind})`,
    `state: ${status.state} since ${status.since ?? '-'}${status.detail ? ` (${status.detail})` : ''}`,
    `last in: ${status.lastInboundAt ?? '-'}, last out: ${status.lastOutboundAt ?? '-'}`,
    `queued: ${status.queued}, failed in 24 h: ${status.failedLastDay}, breaker: ${status.breaker}`,
    ...(status.line ? lineWords(status.line) : []),
    ...checks.items.map(({ check, result, at, error }) => `check ${check}: ${result} ${at ?? ''} ${error?.code ?? ''}`.trimEnd()),
    ...logs.items.map(({ at, level, event }) => `${at} ${level} ${event}`),
  ].join('\n')
}
