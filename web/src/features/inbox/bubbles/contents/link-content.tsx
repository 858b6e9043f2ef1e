import { ExternalLink } from 'lucide-react'
import { safeHref } from '#ui/parse-rich-text.ts'
import type { ContentOf } from './content-of.ts'
import { Framed } from './framed.tsx'

export const LinkContent = ({ content }: { content: ContentOf<'link'> }) => {
  const href = safeHref(content.url)
  return (
    <Framed content={content} body={content.body}>
      <div className="mt-2 mb-0.5">
        <a
          href={href ?? undefined}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={content.url}
          className="inline-flex items-center gap-1.5 rounded-control border border-current bg-surface px-2.5 py-1 text-sm font-semibold text-primary"
        >
          <ExternalLink size={15} strokeWidth={2} aria-hidden />
          {content.label}
        </a>
      </div>
    </Framed>
  )
}
