import type { SimulatedPhone } from '@chasqui/contracts'
import { useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useShownName } from '../people/shown.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { PhoneFrame } from '#ui/phone-frame.tsx'
import { useBusinessTyping } from '../data/use-business-typing.ts'
import { useHints } from '../data/use-hints.ts'
import { useLook } from '../data/use-look.ts'
import { useScreen } from '../data/use-screen.ts'
import { ContactDialog } from '../input/contact-dialog.tsx'
import { LocationDialog } from '../input/location-dialog.tsx'
import { MessageInput } from '../input/message-input.tsx'
import { QuickTries } from '../input/quick-tries.tsx'
import { PhoneHeader } from './phone-header.tsx'
import { Screen } from './screen.tsx'
import { TalkProvider } from './talk.ts'
import { usePhoneTalk } from './use-phone-talk.ts'

/** `focus` puts the cursor into the phone when it appears. */
export type PhoneProps = { channelId: string; person: SimulatedPhone; focus: boolean }

/** One customer's phone with the chat open, and what to try on it below. Give it the person as `key`. */
export const Phone = ({ channelId, person, focus }: PhoneProps) => {
  const { t } = useTexts('simulator')
  const shownName = useShownName()
  const screen = useScreen(channelId, person.phone)
  const { talk, asking, ask } = usePhoneTalk(channelId, person, screen.messages)
  const typing = useBusinessTyping(channelId, person.phone, screen.messages)
  const input = useRef<HTMLTextAreaElement>(null)
  useHints(channelId, person.phone)
  useLook(channelId, person.phone, screen.messages)
  useShortcuts('phone', { write: { keys: 'r', label: t('keys.write'), run: () => input.current?.focus() } })
  return (
    <TalkProvider value={talk}>
      <PhoneFrame label={t('phone_of', { name: shownName(person) })}>
        <PhoneHeader typing={typing} />
        <Screen screen={screen} typing={typing} />
        <MessageInput ref={input} focus={focus} firstWords={screen.isSuccess && screen.messages.length === 0} />
      </PhoneFrame>
      <QuickTries person={person} />
      <LocationDialog open={asking === 'location'} onClose={() => ask(null)} />
      <ContactDialog open={asking === 'contact'} onClose={() => ask(null)} />
    </TalkProvider>
  )
}
