import { Download } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { saveFile } from '#lib/save-file.ts'
import { Button } from '#ui/button.tsx'
import { sayProblem } from '#ui/toast.tsx'
import type { TrailSource } from './trail-source.ts'

/** Saves what the filters leave as a file; that too is recorded. */
export const Downloads = ({ source, filter }: { source: TrailSource; filter: Record<string, string> }) => {
  const { t } = useTexts('audit')
  const save = (format: 'csv' | 'json') =>
    void saveFile(source.routes.export, { query: { ...filter, format } }, `audit.${format}`).catch(() => sayProblem(t('download.failed')))
  return (
    <div className="flex gap-2">
      <Button size="sm" icon={Download} onClick={() => save('csv')}>
        {t('download.csv')}
      </Button>
      <Button size="sm" icon={Download} onClick={() => save('json')}>
        {t('download.json')}
      </Button>
    </div>
  )
}
