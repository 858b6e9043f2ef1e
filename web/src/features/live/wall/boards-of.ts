import type { Live, LiveAgent, LiveQueue } from '@chasqui/contracts'

/** What the wall shows one after the other: the whole, the queues a few at a time, and the people. */
export type Board = { key: string } & ({ kind: 'totals' } | { kind: 'queues'; queues: LiveQueue[] } | { kind: 'agents'; agents: LiveAgent[] })

const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size))

const present = ({ agents }: Live): LiveAgent[] => agents.filter(({ state }) => state !== 'offline')

/** `together`: how many queues fit on one screen. */
export const boardsOf = (live: Live, together: number): Board[] => [
  { key: 'totals', kind: 'totals' },
  ...inParts(live.queues, together).map((queues): Board => ({ key: queues[0]!.id, kind: 'queues', queues })),
  ...inParts(present(live), together * 4).map((agents): Board => ({ key: `agents ${agents[0]!.id}`, kind: 'agents', agents })),
]
