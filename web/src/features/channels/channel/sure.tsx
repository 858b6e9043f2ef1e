import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useNavigate } from '@tanstack/react-router'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../data/problem-words.ts'
import { readChannelsAgain } from '../data/use-channels.ts'
import { formOf } from '../kinds/index.ts'

/** Asked first: customers would notice. */
export const Sure = ({ act, channel, onClose }: { act: 'disconnect' | 'remove'; channel: Channel; onClose: () => void }) => {
  const { t } = useTexts('channels')
  const navigate = useNavigate()
  const tenant = useTenant()
  const { busy, problem, run } = useAct()
  const { id, name } = channel
  const does = () =>
    run(async () => {
      if (act === 'remove') await navigate({ to: '/a/$tenant/channels', params: { tenant: tenant.slug } })
      await call(channelRoutes[act], { params: { id } })
      await readChannelsAgain()
      say(t(`act.${act}_done`, { name }))
      onClose()
    })
  return (
    <ActDialog
      width="sm"
      title={t(`act.${act}_title`, { name })}
      description={t(act === 'disconnect' && formOf(channel)?.Line ? 'act.disconnect_line_text' : `act.${act}_text`)}
      verb={t(`act.${act}`)}
      look="danger"
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void does()}
      onClose={onClose}
    />
  )
}
