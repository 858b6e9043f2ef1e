import { contactStages } from '@chasqui/contracts/contact-stages'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { named, openStates, priorities, wordOf } from '../address/filter-words.ts'
import { sorts } from '../address/inbox-search.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { useItems } from '../address/use-items.ts'

/** What is offered, in minutes; an address may say others. */
const windows = [120, 360]
const waits = [5, 15, 30, 60, 240]

/** All filters and the order. What one may not read is not offered. */
export const Filters = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { t: ofContacts } = useTexts('contacts')
  const { words, narrow, meant, search } = address
  const items = useItems(named)
  const any = { value: '', label: t('filter.any') }
  const spans = useSpans()
  const shown = named.filter((kind) => items[kind].items.length > 0 && !(kind === 'queue' && meant.queueOfView))
  return (
    <div className="flex max-h-[70vh] flex-col gap-3 overflow-y-auto p-0.5">
      <SelectField
        label={t('filter.sort')}
        value={search.sort ?? 'newest'}
        options={sorts.map((sort) => ({ value: sort, label: t(`filter.${sort}`) }))}
        onChange={(sort) => address.change({ sort: sort === 'newest' ? undefined : sort })}
      />
      <Switch label={t('filter.unread')} checked={words.unread ?? false} onChange={(on) => narrow({ unread: on ? true : undefined })} />
      {search.tab === undefined && (
        <SelectField
          label={t('filter.state')}
          value={words.state ?? ''}
          options={[any, ...openStates.map((state) => ({ value: state, label: t(`state.${state}`) }))]}
          onChange={(value) => narrow({ state: openStates.find((state) => state === value) })}
        />
      )}
      <SelectField
        label={t('filter.priority')}
        value={words.priority ?? ''}
        options={[any, ...priorities.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))]}
        onChange={(value) => narrow({ priority: priorities.find((priority) => priority === value) })}
      />
      <SelectField
        label={ofContacts('stage.label')}
        value={words.stage ?? ''}
        options={[any, ...contactStages.map((stage) => ({ value: stage, label: ofContacts(`stage.of.${stage}`) }))]}
        onChange={(value) => narrow({ stage: contactStages.find((stage) => stage === value) })}
      />
      <SelectField
        label={t('filter.waiting')}
        value={String(words.waiting ?? '')}
        options={[any, ...spans(waits, words.waiting, 'filter.waiting_over')]}
        onChange={(value) => narrow({ waiting: Number(value) || undefined })}
      />
      <SelectField
        label={t('filter.window')}
        value={String(words.window ?? '')}
        options={[any, ...spans(windows, words.window, 'filter.window_within')]}
        onChange={(value) => narrow({ window: Number(value) || undefined })}
      />
      {shown.map((kind) => (
        <SelectField
          key={kind}
          label={t(`filter.${kind}`)}
          value={meant.items[kind] ? wordOf(meant.items[kind], items[kind].items) : ''}
          options={[any, ...items[kind].items.map((item) => ({ value: wordOf(item, items[kind].items), label: item.name }))]}
          onChange={(word) => narrow({ [kind]: word || undefined })}
        />
      ))}
      {Object.keys(words).length > 0 && (
        <Button look="quiet" onClick={() => narrow(Object.fromEntries(Object.keys(words).map((name) => [name, undefined])))}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

/** Spans of time in minutes as choices, the one in force among them. */
const useSpans = () => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  return (offered: number[], inForce: number | undefined, words: 'filter.waiting_over' | 'filter.window_within') =>
    [...new Set([...offered, ...(inForce ? [inForce] : [])])]
      .toSorted((one, other) => one - other)
      .map((minutes) => ({ value: String(minutes), label: t(words, { time: format.duration(minutes * 60) }) }))
}
