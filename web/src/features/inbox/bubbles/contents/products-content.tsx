import { ShoppingBag } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import type { ContentOf } from './content-of.ts'
import { Framed } from './framed.tsx'

/** Products of a catalogue that were offered, by their codes. */
export const ProductsContent = ({ content }: { content: ContentOf<'products'> }) => (
  <Framed content={content} body={content.body ?? ''}>
    {content.sections.map(({ title, productIds }) => (
      <div key={title} className="mt-1.5 text-sm">
        <p className="text-xs font-semibold text-fg-2">{title}</p>
        <ul>
          {productIds.map((id) => (
            <li key={id} className="flex items-center gap-1.5 wrap-anywhere">
              <ShoppingBag size={15} strokeWidth={1.75} className="shrink-0 text-fg-3" aria-hidden />
              {id}
            </li>
          ))}
        </ul>
      </div>
    ))}
  </Framed>
)

export const CatalogContent = ({ content }: { content: ContentOf<'catalog'> }) => {
  const { t } = useTexts('inbox')
  return (
    <Framed content={content} body={content.body}>
      <p className="mt-1.5 flex items-center gap-1.5 text-sm font-semibold text-fg-2">
        <ShoppingBag size={16} strokeWidth={1.75} aria-hidden />
        {t('type.catalog')}
      </p>
    </Framed>
  )
}
