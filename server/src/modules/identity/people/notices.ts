import { type NoticeSettings, noticeKinds } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'

/** Until somebody says otherwise everything is told; the desktop only where the browser was allowed to. */
const usual = Object.fromEntries(noticeKinds.map((kind) => [kind, { sound: true, desktop: true }])) as NoticeSettings

/** What somebody is told of in this tenant. Kinds that came after they chose are told as usual. */
export const readNotices = async (tx: Tx, userId: string): Promise<NoticeSettings> => {
  const { rows } = await tx.query<{ notices: Partial<NoticeSettings> | null }>(
    'select notices from identity.membership where tenant_id = $1 and user_id = $2',
    [tx.tenantId, userId],
  )
  return { ...usual, ...rows[0]?.notices }
}

export const setNotices = async (tx: Tx, userId: string, wished: NoticeSettings): Promise<NoticeSettings> => {
  const before = await readNotices(tx, userId)
  await tx.query('update identity.membership set notices = $3 where tenant_id = $1 and user_id = $2', [tx.tenantId, userId, JSON.stringify(wished)])
  // Their other pages and devices follow.
  tx.publish({ type: 'member.changed', payload: { userId } })
  const after = await readNotices(tx, userId)
  tx.record({ subject: { kind: 'user', id: userId }, ...difference(before, after) })
  return after
}
