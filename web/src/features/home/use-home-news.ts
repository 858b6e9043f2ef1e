import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf } from '#lib/api.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'

/** Any event may move a number or tick an item: read the page again, once per burst. */
export const useHomeNews = () => {
  const client = useQueryClient()
  const reread = useSettled(() => void client.invalidateQueries({ queryKey: keyOf(tenancyRoutes.home) }), 600)
  useRealtime('chat.new', reread)
  useRealtime('chat.message', reread)
  useRealtime('chat.updated', reread)
  useRealtime('chat.transferred', reread)
  useRealtime('chat.closed', reread)
  useRealtime('chat.removed', reread)
  useRealtime('channel.updated', reread)
  useRealtime('flow.updated', reread)
  useRealtime('simulator.screen', reread)
  useRealtime('cursor.moved', reread)
}
