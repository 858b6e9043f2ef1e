import { useNavigate } from '@tanstack/react-router'
import { CircleCheck, Files, Headset, ListChecks, ListOrdered, type LucideIcon, MessageSquareText, Server, UserRound, UsersRound, Workflow } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useIsHostAdmin, useTenant } from '#lib/session.ts'

export type Place = { key: string; label: string; icon: LucideIcon; keys: string; run: () => void }

/** Pages that stand in the settings menu instead of the navigation; the palette and `g` with a letter lead there too. */
export const usePlaces = (): Place[] => {
  const { t } = useTexts('app')
  const navigate = useNavigate()
  const tenant = useTenant()
  const maySeePeople = useCan('users.read')
  const maySeeCampaigns = useCan('campaigns.read')
  const mayRead = useCan('conversations.read')
  const mayManage = useCan('tenant.manage')
  const mayReply = useCan('conversations.reply')
  const mayManageService = useCan('campaigns.manage')
  const mayManageFlows = useCan('flows.manage')
  const isHostAdmin = useIsHostAdmin()
  const params = { tenant: tenant.slug }
  return [
    ...(maySeePeople
      ? [{ key: 'people', label: t('settings.people'), icon: UsersRound, keys: 'g u', run: () => void navigate({ to: '/a/$tenant/settings/users', params }) }]
      : []),
    ...(maySeeCampaigns
      ? [
          {
            key: 'campaigns',
            label: t('settings.campaigns'),
            icon: Headset,
            keys: 'g k',
            run: () => void navigate({ to: '/a/$tenant/settings/campaigns', params }),
          },
          {
            key: 'queues',
            label: t('settings.queues'),
            icon: ListOrdered,
            keys: 'g q',
            run: () => void navigate({ to: '/a/$tenant/settings/queues', params }),
          },
        ]
      : []),
    ...(mayReply
      ? [
          {
            key: 'replies',
            label: t('settings.replies'),
            icon: MessageSquareText,
            keys: 'g n',
            run: () => void navigate({ to: '/a/$tenant/settings/replies', params }),
          },
        ]
      : []),
    ...(mayManageService
      ? [
          {
            key: 'closing',
            label: t('settings.closing'),
            icon: CircleCheck,
            keys: 'g e',
            run: () => void navigate({ to: '/a/$tenant/settings/closing', params }),
          },
        ]
      : []),
    ...(mayManageFlows
      ? [
          {
            key: 'flow_settings',
            label: t('settings.flows'),
            icon: Workflow,
            keys: 'g x',
            run: () => void navigate({ to: '/a/$tenant/settings/flows', params }),
          },
        ]
      : []),
    ...(mayManage
      ? [{ key: 'files', label: t('settings.files'), icon: Files, keys: 'g d', run: () => void navigate({ to: '/a/$tenant/settings/files', params }) }]
      : []),
    ...(mayRead
      ? [{ key: 'jobs', label: t('settings.jobs'), icon: ListChecks, keys: 'g j', run: () => void navigate({ to: '/a/$tenant/jobs', params }) }]
      : []),
    { key: 'account', label: t('settings.account'), icon: UserRound, keys: 'g y', run: () => void navigate({ to: '/a/$tenant/account', params }) },
    ...(isHostAdmin ? [{ key: 'host', label: t('settings.host'), icon: Server, keys: 'g o', run: () => void navigate({ to: '/host' }) }] : []),
  ]
}
