import type { Channel } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { type KindForm, useWords } from '../../kinds/kind.ts'
import { Checks } from '../checks.tsx'
import { CopyLine } from '../copy-line.tsx'
import { Calls } from './calls.tsx'
import { WebhookLines } from './webhook-lines.tsx'

/** The points that the vendor's calls depend on. */
const ofWebhooks = ['credentials', 'subscription', 'webhook', 'inbound'] as const

const Lines = ({ channel, form }: { channel: Channel; form: KindForm }) => {
  const { t } = useTexts('channels')
  const { webhook } = useWords(form)
  return webhook ? <WebhookLines channel={channel} form={form} /> : <Unasked channel={channel} words={t('webhook.by_itself')} />
}

/** Nobody has to enter the address anywhere; it is there to be recognised. */
const Unasked = ({ channel: { webhookPath }, words }: { channel: Channel; words: string }) => {
  const { t } = useTexts('channels')
  return (
    <>
      <p className="text-sm text-fg-2">{words}</p>
      <CopyLine label={t('webhook.address')} value={`${location.origin}${webhookPath}`} />
    </>
  )
}

/** Where the vendor calls, whether that works, and what it brought of late. */
export const Webhook = ({ channel, form }: { channel: Channel; form: KindForm | null }) => {
  const { t } = useTexts('channels')
  return (
    <>
      <Section title={t('webhook.title')}>
        {form ? <Lines channel={channel} form={form} /> : <Unasked channel={channel} words={t('webhook.simulated')} />}
      </Section>
      <Checks channel={channel} only={ofWebhooks} />
      <Calls channel={channel} />
    </>
  )
}
