import type { Campaign } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'

export const stateTones = { active: 'success', paused: 'warning', finished: 'neutral' } as const

export const CampaignRow = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTexts('campaigns')
  const tenant = useTenant()
  const format = useFormat()
  const { id, name, description, state, isOpenNow, opensAt, channelIds, agents, teamIds } = campaign
  const served = agents.length + teamIds.length === 0 ? t('list.everybody') : t('list.people', { count: agents.length + teamIds.length })
  const open = isOpenNow ? t('list.open') : opensAt ? t('list.opens', { when: format.moment(opensAt) }) : t('list.never')
  return (
    <li>
      <Link
        to="/a/$tenant/settings/campaigns/$campaignId"
        params={{ tenant: tenant.slug, campaignId: id }}
        className="flex w-full items-center gap-3 px-1 py-3 hover:bg-surface-2"
      >
        <span className="min-w-0 flex-1">
          <strong className="block truncate text-base font-semibold">{name}</strong>
          {description && <span className="block truncate text-sm text-fg-2">{description}</span>}
          <span className="block truncate text-sm text-fg-3">
            {t('list.channels', { count: channelIds.length })} · {served}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1 tablet:flex-row tablet:items-center tablet:gap-2">
          {state === 'active' && <span className="text-sm text-fg-2">{open}</span>}
          <Chip tone={stateTones[state]}>{t(`state.${state}`)}</Chip>
        </span>
        <ChevronRight size={16} strokeWidth={1.75} className="shrink-0 text-fg-3" aria-hidden />
      </Link>
    </li>
  )
}
