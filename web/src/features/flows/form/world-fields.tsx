import { flowRoutes } from '@chasqui/contracts/http/flows'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { Paperclip, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { uploadFile } from '#lib/upload-file.ts'
import { useAct } from '#lib/use-act.ts'
import { inputLook } from '#ui/field.tsx'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { problemWords } from '../problem-words.ts'
import { type FieldProps, listOf, textOf, valueOf } from './field-props.ts'
import { SecretMenu } from './secret-menu.tsx'
import { WordsField } from './words-field.tsx'
import { useTyped } from './use-typed.ts'

type Text = Record<string, string | number | undefined>

/** Several texts in order, as what is said at each further try. */
export const TextsField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const texts = listOf<string>(node, field.key)
  const put = (next: string[]) => {
    change(next.length === 0 && field.optional ? undefined : next)
    settle()
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {texts.map((text, index) => (
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <WordsField
              label={t('form.text', { number: index + 1 })}
              value={text}
              limit={field.limit ?? 1024}
              lines={2}
              required
              onChange={(next) =>
                change(
                  texts.map((one, at) => (at === index ? next : one)),
                  String(index),
                )
              }
              onSettle={settle}
            />
          </div>
          <IconButton icon={Trash2} size="sm" label={t('form.remove_row')} onClick={() => put(texts.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button icon={Plus} size="sm" className="self-start" disabled={texts.length >= (field.most ?? 10)} onClick={() => put([...texts, ' '])}>
        {t('form.add_text')}
      </Button>
    </fieldset>
  )
}

/** One emoji. */
export const EmojiField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <TextField
    label={label}
    hint={hint}
    value={textOf(node, field.key)}
    maxLength={20}
    autoComplete="off"
    onChange={({ target }) => target.value.trim() && change(target.value.trim())}
    onBlur={settle}
  />
)

/** Members of the team who are called. */
export const PeopleField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const { data } = useQuery({ ...asked(userRoutes.list, { query: { limit: 100 } }), enabled: useCan('users.read') })
  const chosen = listOf<string>(node, field.key)
  const set = (id: string, on: boolean) => {
    change(on ? [...chosen, id].slice(0, field.most ?? 10) : chosen.filter((one) => one !== id))
    settle()
  }
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="mb-1 text-xs text-fg-3">{hint}</p>}
      {(data?.items ?? []).map(({ id, name }) => (
        <label key={id} className="flex min-h-7 items-center gap-2 text-sm touch:min-h-11">
          <input type="checkbox" className="size-4 accent-primary" checked={chosen.includes(id)} onChange={({ target }) => set(id, target.checked)} />
          {name}
        </label>
      ))}
      {data?.items.length === 0 && <p className="text-sm text-fg-2">{t('form.nobody')}</p>}
    </fieldset>
  )
}

type StepFile = { fileId: string; name: string; mime: string; size: number }

/** A file of ours that is sent. */
export const FileField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const id = useId()
  const file = valueOf(node, field.key) as StepFile | undefined
  const [share, setShare] = useState(0)
  const { busy, problem, run } = useAct()
  const upload = (chosen: File | undefined) => {
    if (!chosen) return
    void run(async () => {
      setShare(0)
      const stored = await uploadFile(chosen, { onProgress: setShare })
      change({ fileId: stored.id, name: stored.name ?? chosen.name, mime: stored.mime, size: stored.size })
      settle()
    })
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-fg-2">
        {label}
      </label>
      {file && (
        <p className="flex items-center gap-2 rounded-control border border-line px-2 py-1.5 text-sm">
          <Paperclip size={16} strokeWidth={1.75} aria-hidden />
          <span className="min-w-0 flex-1 truncate">{file.name}</span>
          <span className="text-xs text-fg-3">{format.fileSize(file.size)}</span>
        </p>
      )}
      <input id={id} type="file" disabled={busy} className={`${inputLook} py-2`} onChange={({ target }) => upload(target.files?.[0])} />
      {busy && (
        <p role="status" className="text-xs text-fg-2">
          {t('form.uploading', { share: format.percent(share) })}
        </p>
      )}
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problemWords(problem)}
        </p>
      )}
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
    </div>
  )
}

type Part = { key: string; label: string; as?: 'number'; limit?: number; optional?: boolean }

/** A few texts that only make sense together: they are kept once every one that is needed is there. */
const Together = ({ node, field, label, hint, change, settle, parts }: FieldProps & { parts: readonly Part[] }) => {
  const stored = valueOf(node, field.key) as Text | null | undefined
  const [typed, setTyped] = useTyped<Text>({})
  const now: Text = { ...stored, ...typed }
  const write = (part: Part, value: string) => {
    setTyped({ ...typed, [part.key]: value })
    const whole = { ...now, [part.key]: value }
    const kept = parts.flatMap(({ key, as, optional }): [string, string | number][] => {
      const text = String(whole[key] ?? '').trim()
      if (text === '' && optional) return []
      return [[key, as === 'number' ? Number(text.replace(',', '.')) : text]]
    })
    const complete = kept.every(([, one]) => (typeof one === 'number' ? Number.isFinite(one) : one !== ''))
    const empty = parts.every(({ key }) => String(whole[key] ?? '').trim() === '')
    if (complete) change(Object.fromEntries(kept), part.key)
    else if (empty) change(undefined, part.key)
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {parts.map((part) => (
        <TextField
          key={part.key}
          label={part.label}
          value={String(now[part.key] ?? '')}
          maxLength={part.limit ?? 200}
          autoComplete="off"
          dir="auto"
          {...(part.as === 'number' && { inputMode: 'decimal' as const })}
          onChange={({ target }) => write(part, target.value)}
          onBlur={() => {
            if (stored) setTyped({})
            settle()
          }}
        />
      ))}
    </fieldset>
  )
}

export const PlaceField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return (
    <Together
      {...props}
      parts={[
        { key: 'latitude', label: t('form.latitude'), as: 'number' },
        { key: 'longitude', label: t('form.longitude'), as: 'number' },
        { key: 'name', label: t('form.name'), limit: 1000, optional: true },
        { key: 'address', label: t('form.address'), limit: 1000, optional: true },
      ]}
    />
  )
}
export const CardField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return (
    <Together
      {...props}
      parts={[
        { key: 'name', label: t('form.name') },
        { key: 'phone', label: t('form.phone'), limit: 60 },
      ]}
    />
  )
}
export const LinkField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return (
    <Together
      {...props}
      parts={[
        { key: 'label', label: t('form.link_label'), limit: 20 },
        { key: 'url', label: t('form.url'), limit: 2000 },
      ]}
    />
  )
}

/** Another flow, by its name. */
export const FlowField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const { data } = useQuery(asked(flowRoutes.list, { query: { limit: 100 } }))
  const published = (data?.items ?? []).filter((flow) => flow.published !== null)
  return (
    <SelectField
      label={label}
      hint={hint}
      value={textOf(node, field.key)}
      options={[{ value: '', label: t('form.none') }, ...published.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(value) => {
        change(value === '' ? (field.optional ? undefined : null) : value)
        settle()
      }}
    />
  )
}

/** A queue of the contact centre, by its name. */
export const QueueField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const { data } = useQuery({ ...asked(queueRoutes.list, { query: { limit: 100 } }), enabled: useCan('campaigns.read') })
  return (
    <SelectField
      label={label}
      hint={hint}
      value={textOf(node, field.key)}
      options={[{ value: '', label: t('form.none') }, ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(value) => {
        change(value === '' ? undefined : value)
        settle()
      }}
    />
  )
}

/** Lines for another program. */
export const CodeField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <div className="relative">
    <TextArea
      label={label}
      hint={hint}
      rows={6}
      spellCheck={false}
      className="font-mono"
      value={textOf(node, field.key)}
      maxLength={field.limit ?? 20_000}
      onChange={({ target }) => change(target.value)}
      onBlur={settle}
    />
    {field.secrets && (
      <div className="absolute -top-1 right-0 touch:-top-3">
        <SecretMenu
          field={label}
          onPut={(tag) => {
            change(`${textOf(node, field.key)}${tag}`)
            settle()
          }}
        />
      </div>
    )}
  </div>
)

/** Numbers parted by commas. */
export const NumbersField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const [typed, setTyped] = useTyped<string | null>(null)
  const fits = (number: number) => Number.isInteger(number) && number >= (field.min ?? -Infinity) && number <= (field.max ?? Infinity)
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? listOf<number>(node, field.key).join(', ')}
      onChange={({ target }) => {
        setTyped(target.value)
        const numbers = target.value
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(Number)
        change([...new Set(numbers.filter(fits))].slice(0, field.most ?? 20))
      }}
      onBlur={() => {
        setTyped(null)
        settle()
      }}
    />
  )
}
