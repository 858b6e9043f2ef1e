import type { InboxFilter, SavedView } from '@chasqui/contracts'
import { viewRoutes } from '@chasqui/contracts/http/views'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { PinField } from './pin-field.tsx'
import { readViewsAgain } from './use-views.ts'
import { useViewProblem } from './view-problem.ts'

/** Keeps the list at hand under a name: for oneself or for everybody, and under a key. */
export const SaveDialog = ({ shows, onClose, onSaved }: { shows: InboxFilter; onClose: () => void; onSaved: (view: SavedView) => void }) => {
  const { t } = useTexts('inbox')
  const form = useId()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [pin, setPin] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct()
  const words = useViewProblem()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    void run(async () => {
      const made = await call(isShared ? viewRoutes.createShared : viewRoutes.create, { body: { name: name.trim(), shows } })
      if (pin !== null) await call(viewRoutes.pin, { params: { id: made.id }, body: { key: pin } })
      await readViewsAgain()
      onSaved(made)
      onClose()
    })
  }
  return (
    <ActDialog
      title={t('view.save_title')}
      description={t('view.save_hint')}
      width="sm"
      verb={t('view.save_verb')}
      busy={busy}
      does={form}
      refusal={problem && words(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <NameField label={t('view.name')} value={name} maxLength={60} tried={tried} missing={t('view.name_missing')} onChange={setName} />
        <PinField value={pin} onChange={setPin} />
        {useCan('campaigns.manage') && <Switch label={t('view.share')} hint={t('view.share_hint')} checked={isShared} onChange={setShared} />}
      </form>
    </ActDialog>
  )
}
