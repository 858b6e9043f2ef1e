import { queueRoutes } from '@chasqui/contracts/http/queues'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'

export const readQueuesAgain = () => Promise.all([queueRoutes.list, queueRoutes.read].map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))

/** Who comes and goes in the queues is seen at once; of a burst only the end. */
export const useQueueNews = () => {
  const reread = useSettled(() => void readQueuesAgain(), 600)
  useRealtime('queue.updated', reread)
  useRealtime('agent.status', reread)
  useRealtime('chat.transferred', reread)
  useRealtime('chat.closed', reread)
}
