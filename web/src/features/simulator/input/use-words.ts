import { type RefObject, useEffect, useState } from 'react'
import { useDraft } from '#lib/drafts.ts'
import { useUser } from '#lib/session.ts'
import { wordsToEdit } from '../bubbles/words-to-edit.ts'
import { reword } from '../data/change-message.ts'
import { useTalk } from '../phone/talk.ts'

/** The words being written. New ones are kept as a draft per phone; other words for an own message live only while it is edited. */
export const useWords = (input: RefObject<HTMLTextAreaElement | null>) => {
  const { speaker, draft, setDraft, say } = useTalk()
  const user = useUser()
  const [fresh, setFresh] = useDraft(user.id, `simulator:${speaker.channelId}:${speaker.phone}`)
  const [other, setOther] = useState('')
  useEffect(() => setOther(draft.kind === 'edit' ? (wordsToEdit(draft.message.content) ?? '') : ''), [draft])
  const [words, setWords] = draft.kind === 'edit' ? [other, setOther] : [fresh, setFresh]

  const insert = (piece: string) => {
    const from = input.current?.selectionStart ?? words.length
    const to = input.current?.selectionEnd ?? from
    setWords(words.slice(0, from) + piece + words.slice(to))
  }
  const send = () => {
    const said = words.trim()
    if (!said) return
    setWords('')
    if (draft.kind !== 'edit') return say({ act: { type: 'text', text: said }, content: { type: 'text', text: said } })
    setDraft({ kind: 'new' })
    if (said !== wordsToEdit(draft.message.content)) void reword(speaker, draft.message.id, said)
  }
  return { words, setWords, insert, send }
}
