import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { problemWords } from './problem-words.ts'

type Props = { title: string; description: string; verb: string; look?: 'danger' | 'solid'; act: () => Promise<void>; onClose: () => void }

/** Asks before something that cannot be taken back, or that others feel at once; a refusal is told in place. */
export const ConfirmDialog = ({ title, description, verb, look = 'danger', act, onClose }: Props) => {
  const { t } = useTexts('access')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const confirm = async () => {
    setBusy(true)
    try {
      await act()
      onClose()
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look={look} busy={busy} onClick={() => void confirm()}>
            {verb}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <Banner tone="danger" className="rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </Dialog>
  )
}
