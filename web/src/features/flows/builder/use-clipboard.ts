import { useEffect } from 'react'
import { useCan } from '#lib/session.ts'
import type { Point } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'
import { useActs } from './acts.ts'
import { stepsMeant } from './use-step-keys.ts'

const inField = () => document.activeElement?.closest('input, textarea, select, [role=dialog]') !== null && document.activeElement !== document.body

const besideTheirs = () => undefined

/** Steps come and go through the clipboard as long as no field has the focus. `place`: where they arrive, else beside those they were copied from. */
export const useClipboard = (place: () => Point | undefined = besideTheirs) => {
  const editor = useEditor()
  const acts = useActs()
  const mayManage = useCan('flows.manage')
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const chosen = stepsMeant(editor).filter((id) => id !== startId)
      if (inField() || chosen.length === 0 || getSelection()?.toString()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', acts.clipped(chosen))
      if (event.type === 'cut' && mayManage) acts.remove(chosen)
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (inField() || !text || !mayManage) return
      if (acts.paste(text, place())) event.preventDefault()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [editor, acts, place, mayManage])
}
