import { Fragment, memo } from 'react'
import { parseRichText, type Piece } from './parse-rich-text.ts'
import { withFigures } from './text-direction.ts'

const tags = { bold: 'b', italic: 'i', strike: 's' } as const

const Words = ({ text }: { text: string }) =>
  withFigures(text).map((part, index) =>
    part.figures ? (
      <bdi key={index} dir="ltr">
        {part.text}
      </bdi>
    ) : (
      part.text
    ),
  )

const PieceView = ({ piece }: { piece: Piece }) => {
  if (piece.kind === 'text') return <Words text={piece.text} />
  if (piece.kind === 'mono') return <code className="rounded-xs bg-surface-3/60 px-1 font-mono text-sm">{piece.text}</code>
  if (piece.kind === 'link')
    return (
      <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow" className="text-primary underline underline-offset-2 wrap-anywhere">
        {piece.text}
      </a>
    )
  const Tag = tags[piece.kind]
  return (
    <Tag className={piece.kind === 'bold' ? 'font-semibold' : undefined}>
      <Pieces pieces={piece.pieces} />
    </Tag>
  )
}

const Pieces = ({ pieces }: { pieces: Piece[] }) => pieces.map((piece, index) => <PieceView key={index} piece={piece} />)

/** Words as the customer's app shows them: its marks as styles, addresses to follow, line breaks kept. */
export const RichText = memo(({ text }: { text: string }) => (
  <span className="whitespace-pre-wrap wrap-anywhere" dir="auto">
    {parseRichText(text).map((block, index) => {
      if (block.kind === 'code')
        return (
          <code key={index} className="my-1 block overflow-x-auto rounded-chip bg-surface-3/60 px-2 py-1 font-mono text-sm">
            {block.text}
          </code>
        )
      if (block.kind === 'quote')
        return (
          <span key={index} className="my-1 block border-l-3 border-line-strong pl-2 text-fg-2">
            <Pieces pieces={block.pieces} />
          </span>
        )
      return (
        <Fragment key={index}>
          <Pieces pieces={block.pieces} />
        </Fragment>
      )
    })}
  </span>
))
