import type { ReactFlowInstance } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import type { Acts } from '../builder/acts.ts'
import type { Editor } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'

type ClipboardProps = {
  editor: Editor
  acts: Acts
  flow: Pick<ReactFlowInstance, 'screenToFlowPosition'>
  pointer: RefObject<{ x: number; y: number } | null>
  mayManage: boolean
}

const inField = () => document.activeElement?.closest('input, textarea, select, [role=dialog]') !== null && document.activeElement !== document.body

/** Steps come and go through the clipboard as long as no field has the focus; they arrive where the mouse is. */
export const useClipboard = ({ editor, acts, flow, pointer, mayManage }: ClipboardProps) => {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const chosen = editor.store.get().picked.filter((id) => id !== startId)
      if (inField() || chosen.length === 0 || getSelection()?.toString()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', acts.clipped(chosen))
      if (event.type === 'cut' && mayManage) acts.remove(chosen)
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (inField() || !text || !mayManage) return
      if (acts.paste(text, pointer.current ? flow.screenToFlowPosition(pointer.current) : undefined)) event.preventDefault()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [editor, acts, flow, pointer, mayManage])
}
