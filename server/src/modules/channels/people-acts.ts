import type { Channel } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Directory } from './directory.ts'
import { takeLeave } from './leave.ts'
import { forgetLine } from './listening/line.ts'
import { createChannel, removeChannel, setState } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { recordCreation } from './record-change.ts'
import { channelOf, readRow } from './views.ts'

/** Somebody connects an account; the trail tells it. */
export const addChannel = async (
  tx: Tx,
  ports: ChannelsPorts,
  wanted: Parameters<typeof createChannel>[2],
  how?: Parameters<typeof createChannel>[3],
): Promise<Channel> => {
  const channel = await createChannel(tx, ports, wanted, how)
  recordCreation(tx, await readRow(tx, channel.id))
  return channel
}

/** Somebody disconnects a channel; its vendor and the trail are told. */
export const stopChannel = async (tx: Tx, ports: ChannelsPorts, directory: Directory, id: string): Promise<Channel> => {
  const { name, state } = await readRow(tx, id, true)
  await takeLeave(tx, ports, directory, id)
  await forgetLine(tx, id)
  await setState(tx, ports, id, 'disconnected', null)
  tx.record({ subject: { kind: 'channel', id, name }, before: { state }, after: { state: 'disconnected' } })
  return channelOf(ports, await readRow(tx, id))
}

/** Somebody removes a channel; its vendor and the trail are told. */
export const dropChannel = async (tx: Tx, ports: ChannelsPorts, directory: Directory, id: string): Promise<void> => {
  const { name, kind, address } = await readRow(tx, id)
  await takeLeave(tx, ports, directory, id)
  await removeChannel(tx, ports, id)
  tx.record({ subject: { kind: 'channel', id, name }, before: { name, kind, address } })
}
