import type { Queue } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { useNavigate } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, DoorClosed, DoorOpen, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { say } from '#ui/toast.tsx'
import { useProblemWords } from '../problem-words.ts'
import { readQueuesAgain } from '../use-queue-news.ts'

type Props = {
  queue: Queue
  mayManage: boolean
  moves?: { up: (() => void) | null; down: (() => void) | null } | null
  /** The queue to which those who wait would go. */
  fallback: string
  onRemoved?: () => void
}
type Asked = 'close' | 'remove'

/** What can be done with a queue as a whole. What customers would notice is asked first, with how many of them there are. */
export const QueueMenu = ({ queue, mayManage, moves = null, fallback, onRemoved }: Props) => {
  const { t } = useTexts('queues')
  const { ofProblem } = useProblemWords()
  const navigate = useNavigate()
  const tenant = useTenant()
  const maySwitch = useCan('live.manage')
  const [asking, setAsking] = useState<Asked | null>(null)
  const { busy, problem, run } = useAct()
  const { id, name, isOpen, isDefault, waiting } = queue
  const does = (act: 'open' | 'close' | 'remove') =>
    run(async () => {
      await call(queueRoutes[act], { params: { id } })
      await readQueuesAgain()
      say(t(`act.${act}_done`, { name }))
      setAsking(null)
      if (act === 'remove') onRemoved?.()
    })
  if (!mayManage && !maySwitch) return null
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('act.more', { name })} />} label={t('act.more', { name })}>
        {mayManage && moves && (
          <MenuItem icon={Pencil} onSelect={() => void navigate({ to: '/a/$tenant/settings/queues/$queueId', params: { tenant: tenant.slug, queueId: id } })}>
            {t('act.edit')}
          </MenuItem>
        )}
        {moves?.up && (
          <MenuItem icon={ArrowUp} keys="Alt+ArrowUp" onSelect={moves.up}>
            {t('act.up')}
          </MenuItem>
        )}
        {moves?.down && (
          <MenuItem icon={ArrowDown} keys="Alt+ArrowDown" onSelect={moves.down}>
            {t('act.down')}
          </MenuItem>
        )}
        {maySwitch && (
          <MenuItem icon={isOpen ? DoorClosed : DoorOpen} onSelect={() => (isOpen ? setAsking('close') : void does('open'))}>
            {t(isOpen ? 'act.close' : 'act.open')}
          </MenuItem>
        )}
        {mayManage && !isDefault && (
          <MenuItem icon={Trash2} danger onSelect={() => setAsking('remove')}>
            {t('act.remove')}
          </MenuItem>
        )}
      </Menu>
      {asking && (
        <ActDialog
          width="sm"
          title={t(`act.${asking}_title`, { name })}
          description={t(`act.${asking}_text`, { count: waiting, fallback })}
          verb={t(`act.${asking}`)}
          look={asking === 'close' ? 'solid' : 'danger'}
          busy={busy}
          refusal={problem && ofProblem(problem)}
          does={() => void does(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
