import type { FlowSecret } from '@chasqui/contracts'
import { flowSecretRoutes } from '@chasqui/contracts/http/flow-calls'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { PasswordField, TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../problem-words.ts'
import { readSecretsAgain } from './use-secrets.ts'

/** As flows write a secret. */
export const secretTag = (name: string) => `{{secret.${name}}}`

const isName = (text: string) => /^[a-zA-Z_][a-zA-Z0-9_]{0,39}$/.test(text)
const isHost = (text: string) => text.length <= 253 && /^(?:\*\.)?[a-z0-9._-]+(?::\d{1,5})?$/.test(text)
const hostsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
]

type SecretDialogProps = { secret: FlowSecret | null; onClose: () => void; onDone?: (secret: FlowSecret) => void }

/** A new secret, or another value and other servers for one. What it holds goes there and does not come back. */
export const SecretDialog = ({ secret, onClose, onDone }: SecretDialogProps) => {
  const { t } = useTexts('flows')
  const form = useId()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [hosts, setHosts] = useState(secret?.hosts.join('\n') ?? '')
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const wrongHost = hostsIn(hosts).find((host) => !isHost(host))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The form of a step is around this one where it was opened from there.
    event.stopPropagation()
    setTried(true)
    if ((!secret && (!isName(name) || value === '')) || wrongHost !== undefined) return
    void run(async () => {
      const given = { hosts: hostsIn(hosts), ...(value !== '' && { value }) }
      const kept = secret
        ? await call(flowSecretRoutes.update, { params: { id: secret.id }, body: given })
        : await call(flowSecretRoutes.create, { body: { ...given, name, value } })
      await readSecretsAgain()
      say(t(secret ? 'secrets.saved' : 'secrets.created', { name: kept.name }))
      onClose()
      onDone?.(kept)
    })
  }
  return (
    <ActDialog
      title={secret ? t('secrets.change_title', { name: secret.name }) : t('secrets.new_title')}
      description={t(secret ? 'secrets.change_text' : 'secrets.hint')}
      verb={t(secret ? 'secrets.save' : 'secrets.create')}
      busy={busy}
      does={form}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate autoComplete="off" className="flex flex-col gap-3">
        {!secret && (
          <TextField
            label={t('secrets.name')}
            hint={t('secrets.name_hint', { tag: secretTag(name || t('secrets.name').toLowerCase()) })}
            value={name}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={tried && !isName(name) ? t('secrets.name_wrong') : null}
            onChange={({ target }) => setName(target.value.trim())}
          />
        )}
        <PasswordField
          label={t('secrets.value')}
          hint={t(secret ? 'secrets.value_kept' : 'secrets.value_hint')}
          value={value}
          maxLength={4000}
          autoComplete="new-password"
          spellCheck={false}
          error={tried && !secret && value === '' ? t('secrets.value_missing') : null}
          onChange={({ target }) => setValue(target.value)}
        />
        <TextArea
          label={t('secrets.hosts')}
          hint={t('secrets.hosts_hint')}
          rows={2}
          value={hosts}
          maxLength={5000}
          spellCheck={false}
          autoCapitalize="none"
          error={tried && wrongHost !== undefined ? t('secrets.hosts_wrong', { host: wrongHost }) : null}
          onChange={({ target }) => setHosts(target.value)}
        />
      </form>
    </ActDialog>
  )
}
