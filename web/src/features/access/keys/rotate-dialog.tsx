import type { ApiKey, ApiKeyWithSecret } from '@chasqui/contracts'
import { apiKeyRoutes } from '@chasqui/contracts/http/api-keys'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { problemWords } from '../problem-words.ts'

const overlaps = ['0', '1', '24', '168'] as const

/** A new secret; how long the old one goes on working, so that programs can be changed in peace. */
export const RotateDialog = ({ of, onMade, onClose }: { of: ApiKey; onMade: (made: ApiKeyWithSecret) => void; onClose: () => void }) => {
  const { t } = useTexts('access')
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>('24')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const rotate = async () => {
    setBusy(true)
    try {
      onMade(await call(apiKeyRoutes.rotate, { params: { id: of.id }, body: { overlapHours: Number(overlap) } }))
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rotate.title', { name: of.name })}
      description={t('rotate.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="solid" busy={busy} onClick={() => void rotate()}>
            {t('rotate.verb')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('rotate.overlap')}
        value={overlap}
        onChange={setOverlap}
        options={overlaps.map((value) => ({ value, label: value === '0' ? t('rotate.none') : t('rotate.hours', { count: Number(value) }) }))}
      />
      {problem !== null && (
        <Banner tone="danger" className="mt-3 rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </Dialog>
  )
}
