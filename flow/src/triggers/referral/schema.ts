import { z } from 'zod'

/**
 * Somebody came by an advertisement or a link. `refs`: what the provider tells of it (reference, id or address of the advertisement); `codes`: words in the text
 * that a link brings along. Without either, whatever advertisement.
 */
export const ReferralTrigger = z.object({
  type: z.literal('referral'),
  refs: z.array(z.string().min(1).max(300)).max(50).default([]),
  codes: z.array(z.string().min(1).max(60)).max(50).default([]),
})
