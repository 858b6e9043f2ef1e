import type { Queue } from '@chasqui/contracts'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { SaveBar } from '#ui/save-bar.tsx'
import { say } from '#ui/toast.tsx'
import type { Names } from '../names.ts'
import { useProblemWords } from '../problem-words.ts'
import { BasicsSection } from './basics-section.tsx'
import type { Draft } from './draft.ts'
import { EditorOf, useDraftOf } from './editor.ts'
import { EntrySection } from './entry-section.tsx'
import { LevelSection } from './level-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { RoutingSection } from './routing-section.tsx'
import { WaitingSection } from './waiting-section.tsx'

/** All of a queue in sections; saved as a whole, of which only what changed is sent. */
export const QueueForm = ({ queue, first, names }: { queue: Queue | null; first: Draft; names: Names }) => {
  const { t } = useTexts('queues')
  const { ofProblem } = useProblemWords()
  const navigate = useNavigate()
  const tenant = useTenant()
  const form = useId()
  const locked = !useCan('campaigns.manage')
  // A new one is shown under its own address; by then nothing is unsaved any more, so that nobody is asked.
  const [made, setMade] = useState<string | null>(null)
  const editor = useDraftOf(queue, first, ({ id, name }) => {
    say(t(queue ? 'saved' : 'created', { name }))
    if (!queue) setMade(id)
  })
  useEffect(() => {
    if (made) void navigate({ to: '/a/$tenant/settings/queues/$queueId', params: { tenant: tenant.slug, queueId: made }, search: {}, replace: true })
  }, [made, navigate, tenant.slug])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    editor.save()
    // What is wrong may be out of sight.
    requestAnimationFrame(() => document.getElementById(form)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const { draft, change, errorAt, checked } = editor
  return (
    <EditorOf value={{ draft, names, change, errorAt, checked, locked }}>
      <form id={form} onSubmit={submit} noValidate aria-label={draft.name || t('new')} className="mt-4 flex flex-col gap-4">
        {locked && (
          <Banner tone="info" className="rounded-control">
            {t('read_only')}
          </Banner>
        )}
        <BasicsSection wasDefault={queue?.isDefault ?? false} />
        <EntrySection />
        <RoutingSection />
        <PeopleSection />
        <WaitingSection queueId={queue?.id ?? null} />
        <LevelSection />
      </form>
      <SaveBar
        form={form}
        dirty={!locked && editor.dirty && made === null}
        always={!queue}
        busy={editor.busy}
        refusal={editor.problem && ofProblem(editor.problem)}
        onDiscard={queue ? editor.discard : () => void navigate({ to: '/a/$tenant/settings/queues', params: { tenant: tenant.slug } })}
      />
    </EditorOf>
  )
}
