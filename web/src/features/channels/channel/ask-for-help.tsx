import type { Channel } from '@chasqui/contracts'
import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { Section } from '#ui/form-section.tsx'
import { Refusal } from '../data/refusal.tsx'
import { diagnosisOf } from './diagnosis.ts'

/** What to carry to whoever helps. */
export const AskForHelp = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const { busy, problem, run } = useAct()
  return (
    <Section title={t('diagnosis.title')} hint={t('diagnosis.hint')}>
      <Button icon={Copy} className="self-start" busy={busy} onClick={() => void run(async () => copyText(await diagnosisOf(channel), t('diagnosis.copied')))}>
        {t('diagnosis.copy')}
      </Button>
      <Refusal problem={problem} />
    </Section>
  )
}
