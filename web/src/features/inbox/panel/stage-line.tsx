import type { Contact } from '@chasqui/contracts'
import { type ContactStage, contactStages } from '@chasqui/contracts/contact-stages'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useFormat } from '#lib/format.ts'
import { text, useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { inputLook } from '#ui/field.tsx'
import { sayProblem } from '#ui/toast.tsx'
import { offerUndo } from '../actions/offer-undo.ts'
import { saveContact } from './save-contact.ts'

/** Moves the person; what is seen goes back where the server refuses it. Answers whether it was accepted. */
const move = async (contact: Contact, stage: ContactStage): Promise<boolean> => {
  try {
    await saveContact(contact, { stage })
    return true
  } catch {
    sayProblem(text('contacts:stage.failed'))
    return false
  }
}

const moveUndoably = async (contact: Contact, conversationId: string, stage: ContactStage): Promise<void> => {
  if (await move(contact, stage))
    offerUndo(
      conversationId,
      text('contacts:stage.moved', { stage: text(`contacts:stage.of.${stage}`) }),
      () => void move({ ...contact, stage }, contact.stage),
    )
}

/** How far the business has come with the person of a conversation. */
export const StageLine = ({ contact, conversationId, editable }: { contact: Contact; conversationId: string; editable: boolean }) => {
  const { t } = useTexts('contacts')
  const format = useFormat()
  const id = useId()
  const { stage, stageChangedAt } = contact
  const since = stageChangedAt === null ? undefined : t('stage.since', { at: format.moment(stageChangedAt) })
  return (
    <div className="grid grid-cols-[84px_minmax(0,1fr)] items-center gap-2 text-sm">
      {editable ? (
        <label htmlFor={id} className="text-fg-3">
          {t('stage.label')}
        </label>
      ) : (
        <span className="text-fg-3">{t('stage.label')}</span>
      )}
      {editable ? (
        <div className="relative -mx-1.5 my-0.5">
          <select
            id={id}
            title={since}
            value={stage}
            onChange={({ target }) => void moveUndoably(contact, conversationId, target.value as ContactStage)}
            className={classNames(inputLook, 'appearance-none truncate py-1 pr-7 pl-1.5 text-sm! touch:min-h-11')}
          >
            {contactStages.map((one) => (
              <option key={one} value={one}>
                {t(`stage.of.${one}`)}
              </option>
            ))}
          </select>
          <ChevronDown size={14} strokeWidth={1.75} className="pointer-events-none absolute inset-y-0 right-2 my-auto text-fg-3" aria-hidden />
        </div>
      ) : (
        <span title={since}>{t(`stage.of.${stage}`)}</span>
      )}
    </div>
  )
}
