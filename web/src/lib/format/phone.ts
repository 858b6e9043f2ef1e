/**
 * Numbers for reading, lightly grouped and never validated: a number that a channel delivered is right by definition.
 * National style for the tenant's own country, international otherwise. Grouping: ITU E.164 national plans as people write them.
 */
type Plan = {
  country: string
  code: string
  /** Mobile prefix written in international form only, as AR 9 and MX 1. */ mobile?: string
  groups: (digits: string) => number[]
}

const argentina = (digits: string) => (digits.startsWith('11') ? [2, 4, 4] : [3, 3, 4])
const plans: Plan[] = [
  { country: 'AR', code: '54', mobile: '9', groups: argentina },
  { country: 'BR', code: '55', groups: (digits) => (digits.length === 11 ? [2, 5, 4] : [2, 4, 4]) },
  { country: 'MX', code: '52', mobile: '1', groups: (digits) => (/^(55|56|33|81)/.test(digits) ? [2, 4, 4] : [3, 3, 4]) },
  { country: 'CL', code: '56', groups: () => [1, 4, 4] },
  { country: 'CO', code: '57', groups: () => [3, 3, 4] },
  { country: 'PE', code: '51', groups: () => [3, 3, 3] },
  { country: 'UY', code: '598', groups: () => [2, 3, 3] },
  { country: 'PY', code: '595', groups: () => [3, 3, 3] },
  { country: 'BO', code: '591', groups: () => [4, 4] },
  { country: 'EC', code: '593', groups: () => [2, 3, 4] },
  { country: 'VE', code: '58', groups: () => [3, 3, 4] },
  { country: 'ES', code: '34', groups: () => [3, 2, 2, 2] },
  { country: 'US', code: '1', groups: () => [3, 3, 4] },
]

const grouped = (digits: string, sizes: number[]): string[] => {
  const parts: string[] = []
  let rest = digits
  for (const size of sizes) {
    if (rest) parts.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  if (rest) parts.push(rest)
  return parts
}

const international = (plan: Plan, mobile: string, parts: string[]) =>
  [`+${plan.code}`, mobile, parts.slice(0, -2).join(' '), parts.slice(-2).join(plan.country === 'ES' ? ' ' : '-')].filter(Boolean).join(' ')
const national: Record<string, (parts: string[], mobile: string) => string> = {
  BR: ([area = '', first = '', last = '']) => `(${area}) ${first}-${last}`,
  AR: ([area = '', first = '', last = '']) => `${area} ${first}-${last}`,
}

/** `+5491123456789` → `11 2345-6789` in Argentina, `+54 9 11 2345-6789` elsewhere. Anything unknown is shown as it came. */
export const phone = (value: string, country: string | null): string => {
  const digits = value.replace(/\D/g, '')
  const plan = plans.find(({ code }) => digits.startsWith(code) && digits.length >= code.length + 8)
  if (!value.startsWith('+') || !plan) return value
  const local = digits.slice(plan.code.length)
  const mobile = plan.mobile && local.length === 11 && local.startsWith(plan.mobile) ? plan.mobile : ''
  const bare = local.slice(mobile.length)
  const parts = grouped(bare, plan.groups(bare))
  if (plan.country !== country) return international(plan, mobile, parts)
  return national[plan.country]?.(parts, mobile) ?? parts.join(' ')
}
