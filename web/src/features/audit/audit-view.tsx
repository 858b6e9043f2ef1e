import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Switch } from '#ui/switch.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { type AuditChange, filterOf, useAuditSearch } from './audit-search.ts'
import { Downloads } from './downloads.tsx'
import { Filters } from './filters.tsx'
import { Integrity } from './integrity.tsx'
import { Suspicions } from './suspicions.tsx'
import { Trail } from './trail.tsx'
import type { TrailSource } from './trail-source.ts'

/** Who did what: the trail with its filters, whether it is whole, and what looks suspicious. */
export const AuditView = ({ source, mayExport }: { source: TrailSource; mayExport: boolean }) => {
  const { t } = useTexts('audit')
  const { search, change, clear } = useAuditSearch()
  const [live, setLive] = useState(false)
  // The field of words begins anew when somebody takes all filters away, or a suspicion leads to its records.
  const [words, setWords] = useState({ first: search.q ?? '', round: 0 })
  const filter = filterOf(search)
  const clearAll = () => {
    setWords({ first: '', round: words.round + 1 })
    clear()
  }
  const look = (parts: AuditChange) => {
    setWords({ first: parts.q ?? search.q ?? '', round: words.round + 1 })
    change(parts)
  }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Integrity source={source} />
        {mayExport && <Downloads source={source} filter={filter} />}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
        <Tabs
          label={t('title')}
          value={search.tab ?? 'trail'}
          onChange={(tab) => change({ tab: tab === 'suspicious' ? tab : undefined })}
          tabs={[
            { value: 'trail', label: t('tab.trail') },
            { value: 'suspicious', label: t('tab.suspicious') },
          ]}
        />
        {source.of === 'tenant' && search.tab === undefined && <Switch label={t('live')} checked={live} onChange={setLive} />}
      </div>
      {search.tab === 'suspicious' ? (
        <Suspicions source={source} onLook={look} />
      ) : (
        <>
          <Filters key={words.round} source={source} search={search} words={words.first} onChange={change} onClear={clearAll} />
          <Trail source={source} filter={filter} live={live} onFilter={change} onClear={clearAll} />
        </>
      )}
    </>
  )
}
