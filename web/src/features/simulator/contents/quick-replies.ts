import type { Choice, MessageContent } from '@chasqui/contracts'

type Components = Extract<MessageContent, { type: 'template' }>['components']

/**
 * The quick-reply buttons of a template that is being sent: their payloads. A send names no titles (those are part of the approved template,
 * WhatsApp Cloud API "button parameter object"), so the payload stands for them.
 */
export const quickRepliesOf = (components: Components): Choice[] =>
  components.flatMap(({ sub_type: kind, parameters }) => {
    const first: unknown = Array.isArray(parameters) ? parameters[0] : null
    const payload = typeof first === 'object' && first !== null && 'payload' in first ? first.payload : null
    return kind === 'quick_reply' && typeof payload === 'string' && payload !== '' ? [{ id: payload, title: payload }] : []
  })

/** The coupons that a template carries to be copied. */
export const couponsOf = (components: Components): string[] =>
  components.flatMap(({ sub_type: kind, parameters }) => {
    const first: unknown = Array.isArray(parameters) ? parameters[0] : null
    const coupon = typeof first === 'object' && first !== null && 'coupon_code' in first ? first.coupon_code : null
    return kind === 'copy_code' && typeof coupon === 'string' ? [coupon] : []
  })
