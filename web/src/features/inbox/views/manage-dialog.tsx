import type { SavedView } from '@chasqui/contracts'
import { viewRoutes } from '@chasqui/contracts/http/views'
import { Pencil, Trash2, Users } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { sayProblem, sayUndoable } from '#ui/toast.tsx'
import { hasKeys } from './has-keys.ts'
import { PinField } from './pin-field.tsx'
import { readViewsAgain, useViews } from './use-views.ts'
import { useViewProblem } from './view-problem.ts'

/** The views that one has: their keys, their names, and removing them. Shared ones are changed by whoever may manage campaigns. */
export const ManageDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const views = useViews()
  return (
    <Dialog open onClose={onClose} title={t('view.manage_title')} footer={<Button onClick={onClose}>{t('view.done')}</Button>}>
      {views.length === 0 && <p className="text-fg-2">{t('view.none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {views.map((view) => (
          <ViewLine key={view.id} view={view} />
        ))}
      </ul>
    </Dialog>
  )
}

const ViewLine = ({ view }: { view: SavedView }) => {
  const { t } = useTexts('inbox')
  const mayShare = useCan('campaigns.manage')
  const mayChange = !view.isShared || mayShare
  const [renaming, setRenaming] = useState(false)
  const pin = (key: number | null) => void tried(() => call(viewRoutes.pin, { params: { id: view.id }, body: { key } }), t('view.not_saved'))
  const remove = async () => {
    const params = { id: view.id }
    if (await tried(() => call(view.isShared ? viewRoutes.removeShared : viewRoutes.remove, { params }), t('view.not_removed')))
      sayUndoable(
        t('view.removed', { name: view.name }),
        () => void tried(() => call(view.isShared ? viewRoutes.restoreShared : viewRoutes.restore, { params }), t('view.not_restored')),
      )
  }
  if (renaming) return <Rename view={view} onDone={() => setRenaming(false)} />
  return (
    <li className="flex items-end gap-2 py-3">
      <div className="min-w-0 flex-1 self-center">
        <span className="block truncate font-medium">{view.name}</span>
        {view.isShared && <Chip icon={Users}>{t('view.shared')}</Chip>}
      </div>
      {hasKeys && (
        <div className="w-28">
          <PinField value={view.pin} onChange={pin} />
        </div>
      )}
      {mayChange && (
        <>
          <IconButton icon={Pencil} label={t('view.rename_of', { name: view.name })} onClick={() => setRenaming(true)} />
          <IconButton icon={Trash2} label={t('view.remove_of', { name: view.name })} onClick={() => void remove()} />
        </>
      )}
    </li>
  )
}

const Rename = ({ view, onDone }: { view: SavedView; onDone: () => void }) => {
  const { t } = useTexts('inbox')
  const [name, setName] = useState(view.name)
  const { busy, problem, run } = useAct()
  const words = useViewProblem()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const next = name.trim()
    if (!next || next === view.name) return onDone()
    void run(async () => {
      await call(view.isShared ? viewRoutes.updateShared : viewRoutes.update, { params: { id: view.id }, body: { name: next } })
      await readViewsAgain()
      onDone()
    })
  }
  return (
    <li className="py-3">
      <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('view.name')}
          value={name}
          maxLength={60}
          autoFocus
          className="min-w-40 flex-1"
          error={problem && words(problem)}
          onChange={({ target }) => setName(target.value)}
        />
        <Button onClick={onDone}>{t('view.cancel')}</Button>
        <Button look="solid" type="submit" busy={busy}>
          {t('view.rename')}
        </Button>
      </form>
    </li>
  )
}

const tried = async (act: () => Promise<unknown>, failure: string): Promise<boolean> => {
  try {
    await act()
    await readViewsAgain()
    return true
  } catch {
    sayProblem(failure)
    return false
  }
}
