import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { ListFilter as FilterIcon } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Popover } from '#ui/popover.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { type InboxSearch, priorities } from '../address/inbox-search.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { useChannels } from '../cache/use-channel.ts'

const count = ({ channel, tag, priority, unread, sort }: InboxSearch) => [channel, tag, priority, unread, sort].filter(Boolean).length

/** Narrows the list by channel, tag, priority and unread; the number of filters in force stands on the button. */
export const FilterButton = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const inForce = count(address.search)
  return (
    <span className="relative">
      <Popover
        label={t('filter.label')}
        trigger={<IconButton icon={FilterIcon} label={inForce ? t('filter.in_force', { count: inForce }) : t('filter.label')} />}
      >
        <Filters address={address} />
      </Popover>
      {inForce > 0 && <span className="pointer-events-none absolute top-1 right-1 size-2 rounded-full bg-primary" aria-hidden />}
    </span>
  )
}

const Filters = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { search, change } = address
  const channels = useChannels()
  const tags = useQuery(asked(conversationRoutes.listTags, { query: { limit: 200 } })).data?.items ?? []
  const any = { value: '', label: t('filter.any') }
  const options = (items: readonly { id: string; name: string }[]) => [any, ...items.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <div className="flex flex-col gap-3">
      <Switch label={t('filter.unread')} checked={search.unread ?? false} onChange={(on) => change({ unread: on ? true : undefined })} />
      <SelectField
        label={t('filter.priority')}
        value={search.priority ?? ''}
        options={[any, ...priorities.map((value) => ({ value, label: t(`priority.${value}`) }))]}
        onChange={(value) => change({ priority: priorities.find((known) => known === value) })}
      />
      <SelectField label={t('filter.tag')} value={search.tag ?? ''} options={options(tags)} onChange={(value) => change({ tag: value || undefined })} />
      <SelectField
        label={t('filter.channel')}
        value={search.channel ?? ''}
        options={options(channels)}
        onChange={(value) => change({ channel: value || undefined })}
      />
      <SelectField
        label={t('filter.sort')}
        value={search.sort ?? 'newest'}
        options={[
          { value: 'newest', label: t('filter.newest') },
          { value: 'oldest', label: t('filter.oldest') },
        ]}
        onChange={(value) => change({ sort: value === 'oldest' ? 'oldest' : undefined })}
      />
      {count(search) > 0 && (
        <Button look="quiet" onClick={() => change({ channel: undefined, tag: undefined, priority: undefined, unread: undefined, sort: undefined })}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}
