import type { Conversation } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { isUntilReply } from '../actions/snooze-times.ts'
import { useReasonWords } from '../actions/close-reasons.ts'
import { Fact, PanelSection } from './panel-section.tsx'
import { SurveyWords } from './survey-words.tsx'

/** What is known of this conversation: channel, who answers, who has it, since when. */
export const ConversationFacts = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const reasonWords = useReasonWords()
  const { channel, floor, assignee, campaign, queue, priority, state, createdAt, snoozedUntil, closeReason, closeNote, survey } = conversation
  return (
    <PanelSection title={t('panel.conversation')}>
      <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-2 gap-y-[7px] text-sm">
        <Fact name={t('panel.channel')}>{channel.name}</Fact>
        <Fact name={t('panel.state')}>
          {t(`state.${state}`)}
          {closeReason ? ` · ${reasonWords(closeReason)}` : ''}
        </Fact>
        <Fact name={t('panel.floor')}>{t(`floor.${floor}`)}</Fact>
        <Fact name={t('panel.assignee')}>{assignee?.name ?? t('list.nobody')}</Fact>
        {campaign && <Fact name={t('panel.campaign')}>{campaign.name}</Fact>}
        {queue && <Fact name={t('panel.queue')}>{queue.name}</Fact>}
        <Fact name={t('panel.priority')}>{t(`priority.${priority}`)}</Fact>
        {snoozedUntil && <Fact name={t('panel.snoozed')}>{isUntilReply(snoozedUntil, serverNow()) ? t('list.until_reply') : format.moment(snoozedUntil)}</Fact>}
        {closeNote && <Fact name={t('close.note')}>{closeNote}</Fact>}
        {survey && (
          <Fact name={t('survey.title')}>
            <SurveyWords survey={survey} />
          </Fact>
        )}
        <Fact name={t('panel.created')}>
          <time dateTime={createdAt} title={format.fullTime(createdAt)}>
            {format.moment(createdAt)}
          </time>
        </Fact>
      </dl>
    </PanelSection>
  )
}
