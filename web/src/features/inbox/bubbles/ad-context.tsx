import type { Message } from '@chasqui/contracts'
import { Forward, Megaphone, Package } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { safeHref } from '#ui/parse-rich-text.ts'
import { StoryContext } from './story-context.tsx'

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {})
const words = (value: unknown) => (typeof value === 'string' ? value : '')

/** Where the message came from: the advertisement that was pressed, the story it is about, a product asked about, a forwarded message. Provider fields as delivered. */
export const AdContext = ({ message: { context, providerTime, createdAt } }: { message: Message }) => {
  const { t } = useTexts('inbox')
  if (!context) return null
  const product = words(record(context.referredProduct).product_retailer_id)
  return (
    <>
      {context.forwarded === true && (
        <p className="flex items-center gap-1 text-xs text-fg-2 italic">
          <Forward size={14} aria-hidden />
          {t(context.frequentlyForwarded === true ? 'bubble.forwarded_often' : 'bubble.forwarded')}
        </p>
      )}
      {context.referral !== undefined && <Advertisement referral={record(context.referral)} />}
      {context.story !== undefined && <StoryContext story={record(context.story)} toldAt={providerTime ?? createdAt} />}
      {product && (
        <p className="flex items-center gap-1 text-xs text-fg-2">
          <Package size={14} aria-hidden />
          {t('bubble.about_product', { product })}
        </p>
      )}
    </>
  )
}

const Advertisement = ({ referral }: { referral: Record<string, unknown> }) => {
  const { t } = useTexts('inbox')
  const address = words(referral.source_url)
  const href = address ? safeHref(address) : null
  return (
    <div className="mb-1.5 rounded-control bg-fg/5 px-2.5 py-1.5 text-sm">
      <p className="flex items-center gap-1 text-xs font-semibold text-fg-2">
        <Megaphone size={14} strokeWidth={1.75} aria-hidden />
        {t('bubble.from_ad')}
      </p>
      <p className="font-semibold">{words(referral.headline)}</p>
      <p className="text-fg-2">{words(referral.body)}</p>
      {href && (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-primary underline underline-offset-2">
          {t('bubble.see_ad')}
        </a>
      )}
    </div>
  )
}
