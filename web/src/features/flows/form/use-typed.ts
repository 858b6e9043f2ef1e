import { useState } from 'react'
import { useStore } from '#lib/store.ts'
import { useEditor } from '../editor/editor.ts'

/** What is being typed where not every text is a value; as a state, but taking back and doing again let go of it, so that the field shows what is. */
export const useTyped = <Typed>(nothing: Typed) => {
  const turn = useStore(useEditor().store, (now) => now.turn)
  const [held, hold] = useState({ typed: nothing, turn })
  return [held.turn === turn ? held.typed : nothing, (typed: Typed) => hold({ typed, turn })] as const
}
