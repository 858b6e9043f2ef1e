import type { Campaign, CampaignState } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { useNavigate } from '@tanstack/react-router'
import { Copy, Ellipsis, Flag, Pause, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { say } from '#ui/toast.tsx'
import { useProblemWords } from '../problem-words.ts'
import { readCampaignsAgain } from '../read-campaigns-again.ts'

type Asked = 'pause' | 'finish' | 'remove'
const stateAfter: Record<Exclude<Asked, 'remove'> | 'resume', CampaignState> = { pause: 'paused', resume: 'active', finish: 'finished' }

/** What can be done with a stored campaign as a whole. What customers would notice is asked first. */
export const StateMenu = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTexts('campaigns')
  const { ofProblem } = useProblemWords()
  const navigate = useNavigate()
  const tenant = useTenant()
  const [asking, setAsking] = useState<Asked | null>(null)
  const { busy, problem, run } = useAct()
  const { id, name, state } = campaign
  const set = (act: Exclude<Asked, 'remove'> | 'resume') =>
    run(async () => {
      await call(campaignRoutes.update, { params: { id }, body: { state: stateAfter[act] } })
      await readCampaignsAgain()
      say(t(`act.${act}_done`, { name }))
      setAsking(null)
    })
  const remove = () =>
    run(async () => {
      await call(campaignRoutes.remove, { params: { id } })
      await readCampaignsAgain()
      say(t('act.remove_done', { name }))
      setAsking(null)
      await navigate({ to: '/a/$tenant/settings/campaigns', params: { tenant: tenant.slug } })
    })
  return (
    <>
      {state === 'active' && (
        <Button icon={Pause} onClick={() => setAsking('pause')}>
          {t('act.pause')}
        </Button>
      )}
      {state === 'paused' && (
        <Button icon={Play} look="solid" busy={busy} onClick={() => void set('resume')}>
          {t('act.resume')}
        </Button>
      )}
      <Menu trigger={<IconButton icon={Ellipsis} bordered label={t('act.more')} />} label={t('act.more')}>
        <MenuItem
          icon={Copy}
          onSelect={() =>
            void navigate({ to: '/a/$tenant/settings/campaigns/$campaignId', params: { tenant: tenant.slug, campaignId: 'new' }, search: { from: id } })
          }
        >
          {t('act.copy')}
        </MenuItem>
        {state !== 'finished' && (
          <MenuItem icon={Flag} onSelect={() => setAsking('finish')}>
            {t('act.finish')}
          </MenuItem>
        )}
        <MenuItem icon={Trash2} danger onSelect={() => setAsking('remove')}>
          {t('act.remove')}
        </MenuItem>
      </Menu>
      {asking && (
        <ActDialog
          width="sm"
          title={t(`act.${asking}_title`, { name })}
          description={t(`act.${asking}_text`)}
          verb={t(`act.${asking}`)}
          look={asking === 'pause' ? 'solid' : 'danger'}
          busy={busy}
          refusal={problem && ofProblem(problem)}
          does={() => void (asking === 'remove' ? remove() : set(asking))}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
