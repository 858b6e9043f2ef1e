import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useQuery } from '@tanstack/react-query'
import { ListStart } from 'lucide-react'
import { asked, call, keyOf } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { useAct } from '#lib/use-act.ts'
import { useSettled } from '#lib/use-settled.ts'
import { Button } from '#ui/button.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { putConversation } from '../cache/conversation-cache.ts'

/** The next one of the queues that the person serves, with how many wait. At the foot of the list, where its coming and going moves no row. */
export const TakeNext = ({ onTaken }: { onTaken: (id: string) => void }) => {
  const { t } = useTexts('inbox')
  const mayTake = useCan('conversations.reply')
  const waiting = useWaiting()
  const { busy, run } = useAct()
  const take = () =>
    run(async () => {
      try {
        const conversation = await call(queueRoutes.takeNext)
        putConversation(conversation)
        onTaken(conversation.id)
      } catch (problem) {
        if (!isProblem(problem)) throw problem
        if (problem.code === 'queue.empty') say(t('take.empty'))
        else sayProblem(t(problem.code === 'agent.full' ? 'take.full' : 'take.failed'))
      }
    })
  const offered = mayTake && waiting > 0
  useShortcuts('list', { take: { keys: 'y', label: t('take.label'), when: offered && !busy, run: () => void take() } })
  if (!offered) return null
  return (
    <div className="border-t border-line p-2">
      <Button wide className="magnified:h-auto! magnified:py-1.5 magnified:whitespace-normal" icon={ListStart} busy={busy} keys="y" onClick={() => void take()}>
        {t('take.of', { count: waiting })}
      </Button>
    </div>
  )
}

/** How many wait in all queues. */
const useWaiting = (): number => {
  const { data } = useQuery({ ...asked(queueRoutes.list, { query: { limit: 200 } }), enabled: useCan('campaigns.read') })
  const reread = useSettled(() => {
    for (const route of [queueRoutes.list, queueRoutes.waiting]) void queryClient.invalidateQueries({ queryKey: keyOf(route) })
  }, 1000)
  useRealtime('queue.updated', reread)
  useRealtime('chat.new', reread)
  useRealtime('chat.transferred', reread)
  useRealtime('chat.updated', reread)
  useRealtime('chat.closed', reread)
  return (data?.items ?? []).reduce((sum, { waiting }) => sum + waiting, 0)
}
