import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { Switch } from '#ui/switch.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { sayProblem } from '#ui/toast.tsx'
import { filterOf, useAuditSearch } from './audit-search.ts'
import { download } from './download.ts'
import { Filters } from './filters.tsx'
import { Integrity } from './integrity.tsx'
import { Suspicions } from './suspicions.tsx'
import { Trail } from './trail.tsx'

/** Who did what: the trail with its filters, whether it is whole, and what looks suspicious. */
export const AuditPage = () => {
  const { t } = useTexts('audit')
  const { search, change } = useAuditSearch()
  const [live, setLive] = useState(true)
  const mayExport = useCan('audit.export')
  const filter = filterOf(search)
  useTitle(t('title'))
  const save = (format: 'csv' | 'json') => void download(filter, format).catch(() => sayProblem(t('download.failed')))
  return (
    <main className="flex h-full flex-col overflow-y-auto">
      <header className="flex flex-col gap-3 border-b border-line bg-surface px-4 pt-4 tablet:px-7">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="text-xl font-semibold">{t('title')}</h1>
          <Integrity />
          {mayExport && (
            <div className="flex gap-2 laptop:ml-auto">
              <Button size="sm" icon={Download} onClick={() => save('csv')}>
                {t('download.csv')}
              </Button>
              <Button size="sm" icon={Download} onClick={() => save('json')}>
                {t('download.json')}
              </Button>
            </div>
          )}
        </div>
        <Tabs
          label={t('title')}
          value={search.tab ?? 'trail'}
          onChange={(tab) => change({ tab: tab === 'suspicious' ? tab : undefined })}
          tabs={[
            { value: 'trail', label: t('tab.trail') },
            { value: 'suspicious', label: t('tab.suspicious') },
          ]}
        />
      </header>
      {search.tab === 'suspicious' ? (
        <Suspicions onLook={(actorId) => change({ tab: undefined, actorId })} />
      ) : (
        <>
          <div className="flex flex-col gap-3 border-b border-line p-4 tablet:px-7">
            <Filters search={search} onChange={change} />
            <div className="flex flex-wrap items-center gap-4">
              <Switch label={t('live')} checked={live} onChange={setLive} />
              {search.actorId && (
                <Button size="sm" onClick={() => change({ actorId: undefined })}>
                  {t('filter.everybody')}
                </Button>
              )}
            </div>
          </div>
          <Trail filter={filter} live={live} />
        </>
      )}
    </main>
  )
}
