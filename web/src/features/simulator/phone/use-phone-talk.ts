import type { PhoneMessage, SimulatedPhone } from '@chasqui/contracts'
import { useMemo, useState } from 'react'
import { type Saying, say } from '../data/say.ts'
import type { Speaker } from '../data/speaker.ts'
import { type Asking, type Draft, pressedIn, type Talk } from './talk.ts'

const nothing: Draft = { kind: 'new' }

/** Whatever is said while a message is being answered answers it: words, a file, a place. */
const answering = (saying: Saying, draft: Draft): Saying =>
  draft.kind === 'reply' && !saying.act.messageId ? { ...saying, act: { ...saying.act, messageId: draft.message.id } } : saying

/** What one composes on this phone, and what its bubbles can do. To be keyed by the person, so that an answer is never sent as somebody else. */
export const usePhoneTalk = (channelId: string, { phone, name, language, aheadSeconds }: SimulatedPhone, messages: readonly PhoneMessage[]) => {
  const [draft, setDraft] = useState<Draft>(nothing)
  const [asking, ask] = useState<Asking>(null)
  const speaker = useMemo<Speaker>(() => ({ channelId, phone, name, aheadSeconds }), [channelId, phone, name, aheadSeconds])
  const pressed = useMemo(() => pressedIn(messages), [messages])
  const talk = useMemo<Talk>(() => {
    const sayNow = (saying: Saying) => {
      say(speaker, answering(saying, draft))
      setDraft(nothing)
    }
    return { speaker, language, draft, setDraft, ask, pressed, say: sayNow }
  }, [speaker, language, draft, pressed])
  return { talk, asking, ask }
}
