import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Switch } from '#ui/switch.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { filterOf, useAuditSearch } from './audit-search.ts'
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
  // The fields forget what was typed when somebody takes all filters away.
  const [cleared, setCleared] = useState(0)
  const filter = filterOf(search)
  const clearAll = () => {
    setCleared(cleared + 1)
    clear()
  }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Integrity source={source} />
        {mayExport && <Downloads source={source} filter={filter} />}
      </div>
      <Tabs
        className="border-b border-line"
        label={t('title')}
        value={search.tab ?? 'trail'}
        onChange={(tab) => change({ tab: tab === 'suspicious' ? tab : undefined })}
        tabs={[
          { value: 'trail', label: t('tab.trail') },
          { value: 'suspicious', label: t('tab.suspicious') },
        ]}
      />
      {search.tab === 'suspicious' ? (
        <Suspicions source={source} onLook={change} />
      ) : (
        <>
          <Filters key={cleared} source={source} search={search} onChange={change} onClear={clearAll} />
          {source.of === 'tenant' && (
            <div className="self-start">
              <Switch label={t('live')} checked={live} onChange={setLive} />
            </div>
          )}
          <Trail source={source} filter={filter} live={live} onFilter={change} onClear={clearAll} />
        </>
      )}
    </>
  )
}
