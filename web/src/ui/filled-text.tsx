/** A text with what was filled in marked, and what is missing told apart: for looking at before it is said. */
export type FilledPiece = { kind: 'text' | 'value' | 'missing'; text: string }
export type FilledTextProps = { pieces: readonly FilledPiece[]; className?: string }

const looks = { text: '', value: 'font-semibold', missing: 'rounded-xs bg-warning-subtle px-0.5 text-on-warning-subtle' }

export const FilledText = ({ pieces, className = '' }: FilledTextProps) => (
  <span dir="auto" className={`whitespace-pre-wrap wrap-anywhere ${className}`}>
    {pieces.map(({ kind, text }, index) => (
      <span key={index} className={looks[kind]}>
        {text}
      </span>
    ))}
  </span>
)
