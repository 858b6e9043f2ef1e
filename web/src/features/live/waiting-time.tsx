import { useFormat } from '#lib/format.ts'
import { useNow } from '#lib/now.ts'

/** How long ago something began, counting on; a dash where nothing did. */
export const WaitingTime = ({ since }: { since: string | null }) => {
  const { duration } = useFormat()
  const now = useNow(1000) ?? 0
  return since === null ? '–' : duration(Math.max(0, Math.floor((now - Date.parse(since)) / 1000)))
}
