import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { answersOf } from './answers.ts'
import type { ChannelRow } from './directory.ts'

const factsOf = ({ name, flow_id, settings, ...row }: ChannelRow) => ({ name, flowId: flow_id, answers: answersOf(row), ...settings })

/** Records a new channel, without its secrets. */
export const recordCreation = (tx: Tx, row: ChannelRow): void =>
  tx.record({ subject: { kind: 'channel', id: row.id, name: row.name }, after: { kind: row.kind, ...factsOf(row) } })

/** Records what became different of a channel; `action` where the call is called otherwise. Of secrets, which stand apart from the settings, only that they were given anew. */
export const recordChange = (tx: Tx, before: ChannelRow, after: ChannelRow, given: string[], action?: string): void => {
  const { before: was, after: is } = difference(factsOf(before), factsOf(after))
  const secrets = given.filter((key) => !(key in after.settings))
  tx.record({
    ...(action !== undefined && { action }),
    subject: { kind: 'channel', id: after.id, name: after.name },
    before: was,
    after: { ...is, ...(secrets.length > 0 && { secretsGiven: secrets }) },
  })
}
