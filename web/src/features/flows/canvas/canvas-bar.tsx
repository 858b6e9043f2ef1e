import { LayoutGrid, Maximize, Minus, Plus, Redo2, Search, Undo2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useStore } from '#lib/store.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useActs } from '../builder/acts.ts'
import { useEditor } from '../editor/editor.ts'

type CanvasBarProps = { onZoom: (by: number) => void; onFit: () => void; onTidy: () => void }

/** Taking back and doing again. */
export const UndoButtons = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const mayUndo = useStore(editor.store, ({ history }) => history.past.length > 0)
  const mayRedo = useStore(editor.store, ({ history }) => history.future.length > 0)
  return (
    <>
      <IconButton icon={Undo2} label={t('act.undo')} keys="Mod+z" side="top" disabled={!mayUndo} onClick={acts.undo} />
      <IconButton icon={Redo2} label={t('act.redo')} keys="Mod+Shift+z" side="top" disabled={!mayRedo} onClick={acts.redo} />
    </>
  )
}

/** How the canvas is looked at, and what happens to it as a whole. At its top: the problems below it come and go, and nothing may move from under a press. */
export const CanvasBar = ({ onZoom, onFit, onTidy }: CanvasBarProps) => {
  const { t } = useTexts('flows')
  const { ask } = useActs()
  const mayManage = useCan('flows.manage')
  return (
    <div role="toolbar" aria-label={t('canvas.bar')} className="absolute top-3 left-3 z-10 flex rounded-card border border-line bg-surface p-0.5 shadow-low">
      {mayManage && <UndoButtons />}
      <IconButton icon={Minus} label={t('canvas.zoom_out')} keys="-" onClick={() => onZoom(-1)} />
      <IconButton icon={Plus} label={t('canvas.zoom_in')} keys="+" onClick={() => onZoom(1)} />
      <IconButton icon={Maximize} label={t('keys.fit')} keys="f" onClick={onFit} />
      {mayManage && <IconButton icon={LayoutGrid} label={t('canvas.tidy')} keys="l" onClick={onTidy} />}
      <IconButton icon={Search} label={t('find.title')} keys="Mod+f" onClick={() => ask({ what: 'find' })} />
    </div>
  )
}
