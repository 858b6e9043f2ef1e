import type { ChannelAbilities } from '@chasqui/contracts'

/** Whether a channel takes what the server makes of a recording. */
export const recordsVoice = ({ media: { audio } }: Pick<ChannelAbilities, 'media'>): boolean =>
  audio !== undefined && (audio.mimes.length === 0 || audio.mimes.includes('audio/ogg'))
