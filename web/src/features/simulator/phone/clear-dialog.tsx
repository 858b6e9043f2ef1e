import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { sayProblem } from '#ui/toast.tsx'
import { readScreenAgain } from '../data/use-hints.ts'
import { readPeopleAgain } from '../data/use-people.ts'
import { useTalk } from './talk.ts'

/** Empties what this phone shows; the team's conversation keeps everything. */
export const ClearDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTexts('simulator')
  const {
    speaker: { channelId, phone, name },
  } = useTalk()
  const [busy, setBusy] = useState(false)
  const clear = async () => {
    setBusy(true)
    try {
      await call(simulatorRoutes.clear, { params: { channelId, phone } })
      await readScreenAgain(channelId, phone)
      void readPeopleAgain()
      onClose()
    } catch {
      sayProblem(t('clear.failed'))
    }
    setBusy(false)
  }
  if (!open) return null
  return (
    <ActDialog
      onClose={onClose}
      width="sm"
      title={t('clear.title', { name })}
      description={t('clear.text')}
      verb={t('clear.act')}
      look="danger"
      busy={busy}
      does={() => void clear()}
    />
  )
}
