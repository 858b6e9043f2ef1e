import type { Channel, OutboxEntry } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTroubleWords } from '../../data/trouble-words.ts'
import type { KindForm } from '../../kinds/kind.ts'

const wordOf = (error: OutboxEntry['error'], name: 'code' | 'title' | 'detail'): string | null => {
  const told = error?.[name]
  return typeof told === 'string' && told ? told : null
}

/** What became of a message so far and why, or what it waits for. */
const useCause = ({ state: channelState }: Channel, form: KindForm | null): ((entry: OutboxEntry) => string) => {
  const { t } = useTexts('channels')
  const { t: said } = useTexts('inbox')
  const format = useFormat({ ticking: true })
  const trouble = useTroubleWords(form)
  return ({ state, error, notBefore, updatedAt }) => {
    const code = wordOf(error, 'code')
    const later = { when: format.moment(notBefore) }
    switch (state) {
      case 'pending':
      case 'scheduled':
      case 'retry':
        if (code?.startsWith('guard.')) return said(code === 'guard.budget' ? 'failure.held_budget' : 'failure.held_locked', later)
        if (code !== null) return `${trouble(code)} ${t('outbox.why.again', later)}`
        if (state === 'scheduled') return t('outbox.why.scheduled', later)
        return t(channelState === 'connected' ? 'outbox.why.pending' : 'outbox.why.channel')
      case 'processing':
        return t('outbox.why.processing')
      case 'sent':
        return t('outbox.why.sent', { when: format.moment(updatedAt) })
      case 'uncertain':
        return said('failure.uncertain')
      case 'cancelled':
        return t('outbox.why.cancelled')
      case 'failed':
        return trouble(code ?? '')
    }
  }
}

/** In words, and under them as the vendor puts it where something went wrong. */
export const Cause = ({ entry, channel, form }: { entry: OutboxEntry; channel: Channel; form: KindForm | null }) => {
  const { t } = useTexts('channels')
  const causeOf = useCause(channel, form)
  const title = wordOf(entry.error, 'title')
  const isOwn = wordOf(entry.error, 'code')?.startsWith('guard.') === true
  return (
    <div className="text-sm text-fg-2">
      <p>{causeOf(entry)}</p>
      {title && !isOwn && entry.state !== 'uncertain' && (
        <p className="text-xs wrap-anywhere text-fg-3">
          {t('checks.says')} <q lang="en">{[title, wordOf(entry.error, 'detail')].filter(Boolean).join(' · ')}</q>
        </p>
      )}
    </div>
  )
}
