import type { Campaign } from '@chasqui/contracts'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { SaveBar } from '#ui/save-bar.tsx'
import { say } from '#ui/toast.tsx'
import { HoursSection } from '../hours/hours-section.tsx'
import { PeopleSection } from '../people/people-section.tsx'
import { RoutingSection } from '../people/routing-section.tsx'
import { useProblemWords } from '../problem-words.ts'
import { BasicsSection } from './basics-section.tsx'
import { BotSection } from './bot-section.tsx'
import { ChannelsSection } from './channels-section.tsx'
import { ClosedSection } from './closed-section.tsx'
import type { Draft } from './draft.ts'
import { EditorOf, useDraftOf } from './editor.ts'
import { ServiceLevelSection } from './service-level-section.tsx'
import { TagsSection } from './tags-section.tsx'

/** All of a campaign in sections; saved as a whole, of which only what changed is sent. */
export const CampaignForm = ({ campaign, first }: { campaign: Campaign | null; first: Draft }) => {
  const { t } = useTexts('campaigns')
  const { ofProblem } = useProblemWords()
  const navigate = useNavigate()
  const tenant = useTenant()
  const form = useId()
  const mayManage = useCan('campaigns.manage')
  const locked = !mayManage || campaign?.state === 'finished'
  // A new one is shown under its own address; by then nothing is unsaved any more, so that nobody is asked.
  const [made, setMade] = useState<string | null>(null)
  const editor = useDraftOf(campaign, first, ({ id, name }) => {
    say(t(campaign ? 'saved' : 'created', { name }))
    if (!campaign) setMade(id)
  })
  useEffect(() => {
    if (made) void navigate({ to: '/a/$tenant/settings/campaigns/$campaignId', params: { tenant: tenant.slug, campaignId: made }, replace: true })
  }, [made, navigate, tenant.slug])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    editor.save()
    // What is wrong may be out of sight.
    requestAnimationFrame(() => document.getElementById(form)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const { draft, change, errorAt, checked } = editor
  return (
    <EditorOf value={{ draft, change, errorAt, locked }}>
      <form id={form} onSubmit={submit} noValidate aria-label={draft.name || t('new')} className="mt-4 flex flex-col gap-4">
        {locked && (
          <Banner tone="info" className="rounded-control">
            {t(mayManage ? 'locked.finished' : 'locked.read_only')}
          </Banner>
        )}
        <BasicsSection checked={checked} />
        <ChannelsSection campaignId={campaign?.id ?? null} />
        <HoursSection />
        <ClosedSection checked={checked} />
        <PeopleSection />
        <RoutingSection />
        <ServiceLevelSection />
        <BotSection />
        <TagsSection />
      </form>
      <SaveBar
        form={form}
        dirty={!locked && editor.dirty && made === null}
        always={!campaign}
        busy={editor.busy}
        refusal={editor.problem && ofProblem(editor.problem)}
        onDiscard={campaign ? editor.discard : () => void navigate({ to: '/a/$tenant/settings/campaigns', params: { tenant: tenant.slug } })}
      />
    </EditorOf>
  )
}
