import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { AuditView } from './audit-view.tsx'
import { ownTrail } from './trail-source.ts'

/** `/a/:tenant/audit`: who did what in this organisation. */
export const AuditPage = () => {
  const { t } = useTexts('audit')
  const mayExport = useCan('audit.export')
  useTitle(t('title'))
  return (
    <main className="h-full overflow-y-auto">
      <div className="flex flex-col gap-4 px-4 py-5 tablet:px-7">
        <h1 className="text-xl font-semibold">{t('title')}</h1>
        <AuditView source={ownTrail} mayExport={mayExport} />
      </div>
    </main>
  )
}
