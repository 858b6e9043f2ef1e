import type { ChannelIncident } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { ownProfileRoutes } from '@chasqui/contracts/http/own-profile'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { keep, readKept } from '#lib/kept.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useTenant } from '#lib/session.ts'
import { useSettled } from '#lib/use-settled.ts'
import { Banner } from '#ui/banner.tsx'
import { buttonLook } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { tell } from './notices/tell.ts'

/** ms after which a breakdown is no news any more: a page that is opened later shows it, and makes no sound. */
const fresh = 60_000
/** Breakdowns that are remembered as put away. */
const most = 50

const useIncidents = (): readonly ChannelIncident[] => {
  const { data } = useQuery(asked(channelRoutes.incidents))
  const readAgain = useSettled(() => void queryClient.invalidateQueries({ queryKey: [channelRoutes.incidents.id] }), 500)
  useRealtime('channel.updated', readAgain)
  return data?.items ?? []
}

/** Those that the person put away in this browser, until the cause is another one or it happens again. */
const useDismissed = (tenantId: string) => {
  const key = `incidents.${tenantId}`
  const [kept, setKept] = useState(() => readKept(key))
  const dismissed = kept?.split(' ') ?? []
  const dismiss = (ids: readonly string[]) => {
    const next = [...dismissed, ...ids].slice(-most).join(' ')
    keep(key, next)
    setKept(next)
  }
  return { dismissed, dismiss }
}

/** By sound and on the desktop, as the person chose, once for each that begins while the page is open. */
const useTold = (incidents: readonly ChannelIncident[]): void => {
  const { t } = useTexts('app')
  const { slug } = useTenant()
  const navigate = useNavigate()
  const { data: wished } = useQuery({ ...asked(ownProfileRoutes.notices), staleTime: Infinity })
  const told = useRef(new Set<string>())
  useEffect(() => {
    if (!wished) return
    for (const { id, channelId, name, since } of incidents) {
      if (told.current.has(id)) continue
      told.current.add(id)
      const open = () => void navigate({ to: '/a/$tenant/channels/$channelId', params: { tenant: slug, channelId } })
      if (Date.now() - Date.parse(since) < fresh) tell({ key: `channel.${id}`, title: t('notice.channel', { name }), body: '', ways: wished.channel, open })
    }
  }, [incidents, wished])
}

/** A channel that stopped working, on every page but its own, until it works again or the person puts the notice away. */
export const ChannelTrouble = () => {
  const { t } = useTexts('app')
  const { slug, tenantId } = useTenant()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const incidents = useIncidents()
  const { dismissed, dismiss } = useDismissed(tenantId)
  useTold(incidents)
  const open = incidents.filter(({ id, channelId }) => !dismissed.includes(id) && !path.endsWith(channelId))
  const [first, ...others] = open
  if (!first) return null
  return (
    <Banner
      tone={first.cause === 'line_lost' ? 'warning' : 'danger'}
      className="border-b border-line"
      action={
        <>
          <Link to="/a/$tenant/channels/$channelId" params={{ tenant: slug, channelId: first.channelId }} className={buttonLook('outline', 'sm')}>
            {t('incident.open')}
          </Link>
          <IconButton icon={X} size="sm" label={t('incident.dismiss')} onClick={() => dismiss(open.map(({ id }) => id))} />
        </>
      }
    >
      {t(`incident.cause.${first.cause}`, { name: first.name })} {others.length > 0 && t('incident.more', { count: others.length })}
    </Banner>
  )
}
