import type { Found } from '../problems/found.ts'
import { error, warning } from '../problems/found.ts'

/** What a trigger needs that begins with people by itself: a channel to reach them, and a template for those who have been silent for long. */
export const openingProblems = ({ channelId, template }: { channelId: string | null; template?: object | undefined }): Found[] => [
  ...(channelId === null ? [error('trigger_without_place', 'Choose a channel or a campaign for this trigger.')] : []),
  ...(template ? [] : [warning('opening_missing', 'Whoever has not written within a day is left out: without a template, free words do not reach them.')]),
]
