import { useTexts } from '#lib/i18n/texts.ts'

/** Why conversations end, in the order of the digits that choose them. `other` is said in own words. */
export const closeReasons = ['resolved', 'no_reply', 'not_ours', 'duplicate', 'spam', 'other'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Why the product itself ends them: outside the hours of a campaign, after too long a wait, because somebody was blocked or two became one. */
const ownReasons = ['outside_hours', 'overflow', 'blocked', 'merged'] as const

/** A reason as people read it: scripts and imports may have closed with its key. */
export const useReasonWords = () => {
  const { t } = useTexts('inbox')
  return (reason: string | null): string | null => {
    const known = [...closeReasons, ...ownReasons].find((key) => key === reason)
    return known ? t(`close.${known}`) : reason
  }
}
