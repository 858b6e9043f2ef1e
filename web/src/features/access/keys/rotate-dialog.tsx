import type { ApiKey, ApiKeyWithSecret } from '@chasqui/contracts'
import { apiKeyRoutes } from '@chasqui/contracts/http/api-keys'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { problemWords } from '../problem-words.ts'

const overlaps = ['0', '1', '24', '168'] as const

/** A new secret; how long the old one goes on working, so that programs can be changed in peace. */
export const RotateDialog = ({ of, onMade, onClose }: { of: ApiKey; onMade: (made: ApiKeyWithSecret) => void; onClose: () => void }) => {
  const { t } = useTexts('access')
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>('24')
  const stopped = of.state === 'stopped'
  const { busy, problem, run } = useAct({ leaves: true })
  const rotate = async () => onMade(await call(apiKeyRoutes.rotate, { params: { id: of.id }, body: { overlapHours: Number(overlap) } }))
  return (
    <ActDialog
      onClose={onClose}
      title={t('rotate.title', { name: of.name })}
      description={t(stopped ? 'rotate.stopped' : 'rotate.text')}
      verb={t('rotate.verb')}
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void run(rotate)}
    >
      {!stopped && (
        <SelectField
          label={t('rotate.overlap')}
          value={overlap}
          onChange={setOverlap}
          options={overlaps.map((value) => ({ value, label: value === '0' ? t('rotate.none') : t('rotate.hours', { count: Number(value) }) }))}
        />
      )}
    </ActDialog>
  )
}
