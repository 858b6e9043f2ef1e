import type { Conversation, MessageTemplate } from '@chasqui/contracts'
import {
  longestCoupon,
  missingVariables,
  templateComponents,
  templateFile,
  templatePieces,
  templatePreview,
  templateValue,
  templateVariables,
} from '@chasqui/contracts/template-filling'
import { ArrowLeft, Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import { newId } from '#lib/new-id.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { FilledText } from '#ui/filled-text.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { addToOutbox } from '../../outbox/outbox.ts'
import { isReady } from '../attachment.ts'
import { handOverAttachments, useAttachments } from '../attachments.ts'
import { refOf } from '../compose.ts'
import { useReplyValues } from '../replies/reply-values.ts'
import { firstValues } from './first-values.ts'
import { headerSlot, TemplateFile } from './template-file.tsx'
import { placeOf, TemplatePlace } from './template-place.tsx'
import { useTemplateNow } from './use-templates.ts'
import { useUnwanted } from './use-unwanted.ts'
import { useWhyNot } from './why-not.ts'

type TemplateFormProps = { conversation: Conversation; chosen: MessageTemplate; draft: string; onBack: () => void }

/** The longest that a provider takes for what the customer reads. */
const longest = 1024

const nowhere = { point: '', name: '', address: '' }

/** What stands above the text when that is no text: the file that was chosen, or the place that was written down. */
const useHeader = (conversationId: string, template: MessageTemplate) => {
  const kind = templateFile(template)
  const slot = headerSlot(conversationId, kind ?? 'document')
  const [attached] = useAttachments(slot)
  const [place, setPlace] = useState(nowhere)
  const file = kind && attached && isReady(attached) ? attached : null
  const atPlace = template.header?.format === 'location'
  return {
    kind,
    wanted: kind !== null || atPlace,
    place: atPlace ? place : null,
    setPlace,
    shown: file?.name ?? (atPlace ? place.name : null),
    header: kind && file ? { type: kind, file: refOf(file) } : atPlace ? placeOf(place) : null,
    upload: file && !file.stored ? file.key : null,
    handOver: () => kind && handOverAttachments(slot),
  }
}

/** A template with its variables, what the customer will read, and the button that sends it. */
export const TemplateForm = ({ conversation, chosen, draft, onBack }: TemplateFormProps) => {
  const { t } = useTexts('inbox')
  const template = useTemplateNow(chosen)
  const why = useWhyNot()
  const unwanted = useUnwanted(conversation, template)
  const [{ id: userId }, { tenantId }] = [useUser(), useTenant()]
  const known = useReplyValues(conversation)
  const variables = templateVariables(template)
  const [values, setValues] = useState(() => firstValues(variables, known))
  const [tried, setTried] = useState(false)
  const missing = new Set(missingVariables(template, values).map(({ key }) => key))
  const above = useHeader(conversation.id, template)
  const preview = templatePreview(template, values)
    .map(({ text }) => text)
    .join('')
  const over = [...preview].length - longest
  /** Where the draft could stand: the first variable of the text that is still empty, else its last one. */
  const inBody = variables.filter(({ place }) => place === 'body')
  const place = inBody.find(({ key }) => missing.has(key)) ?? inBody.at(-1)
  /** Some providers have numbers in place of names. */
  const calledBy = (name: string) => (/^\d+$/.test(name) ? t('template.numbered', { name }) : name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!template.usable || unwanted || missing.size > 0 || over > 0 || (above.wanted && !above.header)) return
    const { name, language } = template
    const components = templateComponents(template, values, newId())
    const content = { type: 'template' as const, name, language, components, preview, ...(above.header && { header: above.header }) }
    addToOutbox({ userId, tenantId, conversationId: conversation.id, kind: 'reply', content, upload: above.upload, replyTo: null })
    above.handOver()
    onBack()
  }
  return (
    <form onSubmit={submit} noValidate className="mt-2 flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <IconButton icon={ArrowLeft} label={t('template.back')} side="top" onClick={onBack} />
        <h3 className="min-w-0 flex-1 truncate text-base font-semibold">
          {t('template.name', { name: template.name, language: languageName(template.language) })}
        </h3>
      </div>
      <div className="grid -mx-1 max-h-56 gap-2 overflow-y-auto p-1 tablet:grid-cols-2">
        {above.kind && <TemplateFile conversationId={conversation.id} channelId={conversation.channel.id} kind={above.kind} tried={tried} />}
        {above.place && <TemplatePlace place={above.place} tried={tried} onChange={above.setPlace} />}
        {variables.map(({ key, place: where, name }, index) => (
          <TextField
            key={key}
            label={t(`template.variable_${where}`, { name: calledBy(name) })}
            value={values[key] ?? ''}
            maxLength={where === 'coupon' ? longestCoupon : longest}
            autoFocus={index === 0}
            error={tried && missing.has(key) ? t('template.value_missing') : null}
            onChange={({ target }) => setValues({ ...values, [key]: target.value })}
          />
        ))}
      </div>
      {draft && place && (
        <Button size="sm" className="self-start" onClick={() => setValues({ ...values, [place.key]: templateValue(draft) })}>
          {t('template.use_draft', { name: calledBy(place.name) })}
        </Button>
      )}
      <div role="region" aria-label={t('template.preview')} tabIndex={0} className="max-h-48 overflow-y-auto rounded-card bg-bubble-out px-3 py-2">
        {above.shown && <p className="mb-1 text-xs">{above.shown}</p>}
        {template.header?.text && (
          <p className="font-semibold">
            <FilledText pieces={templatePieces(template.header.text, 'header', values)} />
          </p>
        )}
        <p>
          <FilledText pieces={templatePieces(template.body, 'body', values)} />
        </p>
        {template.footer && <p className="mt-0.5 text-sm text-fg-2 wrap-anywhere">{template.footer}</p>}
        {template.buttons.length > 0 && (
          <ul className="mt-2 flex flex-wrap gap-1.5">
            {template.buttons.map(({ text }, index) => (
              <li key={index} className="rounded-control border border-primary bg-surface px-2.5 py-0.5 text-sm font-semibold text-primary">
                {text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {(!template.usable || unwanted) && (
        <p role="alert" className="text-sm text-danger">
          {template.usable ? t('failure.opted_out') : why(template)}
        </p>
      )}
      <div className="flex items-center justify-end gap-2">
        {over > 0 && (
          <span role="status" className="text-sm text-danger">
            {t('composer.too_long', { count: over })}
          </span>
        )}
        <Button look="solid" type="submit" icon={Send} disabled={!template.usable || unwanted}>
          {t('template.send')}
        </Button>
      </div>
    </form>
  )
}
