import { ShoppingCart } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { RichText } from '#ui/rich-text.tsx'
import type { ContentOf } from './content-of.ts'

export const OrderContent = ({ content: { items, text } }: { content: ContentOf<'order'> }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  return (
    <div className="w-64 max-w-full">
      <p className="flex items-center gap-1.5 font-semibold">
        <ShoppingCart size={16} strokeWidth={1.75} aria-hidden />
        {t('order.title', { count: items.length })}
      </p>
      <ul className="mt-1 text-sm">
        {items.map(({ productId, quantity, price, currency }, index) => (
          <li key={index} className="flex gap-2 border-t border-line py-1 first:border-0">
            <span className="min-w-0 flex-1 wrap-anywhere">{`${format.number(quantity)} × ${productId}`}</span>
            {price !== null && <span className="tabular">{`${currency} ${format.number(price * quantity, 2)}`}</span>}
          </li>
        ))}
      </ul>
      <RichText text={text} />
    </div>
  )
}
