import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useEditor } from './editor.ts'
import { Choices, Section } from './section.tsx'

/** Which channels it serves. Those of another campaign say so; the server refuses them by name. */
export const ChannelsSection = ({ campaignId }: { campaignId: string | null }) => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  const channels = useQuery(asked(channelRoutes.list, { query: { limit: 200 } }))
  const campaigns = useQuery(asked(campaignRoutes.list, { query: { limit: 200 } }))
  const others = new Map(
    (campaigns.data?.items ?? [])
      .filter(({ id }) => id !== campaignId)
      .flatMap(({ name, channelIds }) => channelIds.map((channelId) => [channelId, name] as const)),
  )
  const toggle = (id: string) =>
    change({ channelIds: draft.channelIds.includes(id) ? draft.channelIds.filter((one) => one !== id) : [...draft.channelIds, id] })
  return (
    <Section title={t('channels.title')} hint={t('channels.hint')}>
      <Choices
        legend={t('channels.legend')}
        disabled={locked}
        empty={t(channels.data ? 'channels.none' : 'loading')}
        error={errorAt('channelIds')}
        choices={(channels.data?.items ?? []).map(({ id, name, address }) => {
          const other = others.get(id)
          return { id, label: name, note: other ? t('channels.taken', { campaign: other }) : address }
        })}
        chosen={(id) => draft.channelIds.includes(id)}
        onToggle={toggle}
      />
    </Section>
  )
}
