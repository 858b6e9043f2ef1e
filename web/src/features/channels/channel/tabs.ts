import type { Channel } from '@chasqui/contracts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCan } from '#lib/session.ts'

/** The parts of a channel's page. */
const tabs = ['health', 'settings', 'log', 'outbox', 'webhook', 'danger'] as const
export type ChannelTab = (typeof tabs)[number]

/** Those that there is something in for whoever looks, the one that the address names (the first when it names none of them), and a way to another. */
export const useChannelTabs = ({ webhookPath }: Channel) => {
  const navigate = useNavigate()
  const { tab: named } = useSearch({ from: '/a/$tenant/channels/$channelId' })
  const isThere: Record<ChannelTab, boolean> = {
    health: true,
    settings: true,
    log: true,
    outbox: useCan('outbox.read'),
    webhook: webhookPath !== null,
    danger: useCan('channels.manage'),
  }
  const shown = tabs.filter((tab) => isThere[tab])
  const tab = shown.find((one) => one === named) ?? 'health'
  return { shown, tab, choose: (next: ChannelTab) => void navigate({ to: '.', search: next === 'health' ? {} : { tab: next } }) }
}
