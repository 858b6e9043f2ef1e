import { useRealtime } from '#lib/realtime.ts'
import { refreshSession, useUser } from '#lib/session.ts'

/** When somebody changes my role, the menu and the buttons follow without a reload. */
export const useFollowMyself = () => {
  const { id } = useUser()
  useRealtime('member.updated', ({ userId }) => {
    // Without an answer the next one comes with the next change, or with the connection.
    if (userId === id) void refreshSession().catch(() => undefined)
  })
}
