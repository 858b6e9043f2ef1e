import type { LiveAgent, LiveRisk } from '@chasqui/contracts'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { TimeLeft } from '../time-left.tsx'
import { TalkLink } from './talk-link.tsx'
import { TalkMenu } from './talk-menu.tsx'

/** Conversations whose time runs out, least time left first. */
export const AtRisk = ({ risks, agents }: { risks: readonly LiveRisk[]; agents: readonly LiveAgent[] }) => {
  const { t } = useTexts('live')
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="text-md font-semibold">
        {t('risk.title')}
      </h2>
      {risks.length === 0 ? (
        <p className="mt-2 text-sm text-fg-2">{t('risk.none')}</p>
      ) : (
        <ul aria-labelledby={heading} className="mt-2 divide-y divide-line rounded-card border border-line bg-surface">
          {risks.map(({ conversationId, contact, queue, assignee, priority, due }) => (
            <li key={conversationId} className="flex min-h-12 items-center gap-2 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <TalkLink id={conversationId} contact={contact} />
                <span className="block truncate text-xs text-fg-3">
                  {[t(`metric.${due.metric}`), assignee?.name ?? t('risk.nobody'), queue?.name, priority === 'normal' ? null : t(`priority.${priority}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <TimeLeft due={due} />
              <TalkMenu talk={{ id: conversationId, contact, assignee, priority }} agents={agents} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
