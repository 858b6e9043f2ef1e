import { encode } from 'uqr'
import { classNames } from './class-names.ts'

/** Modules of white around it, without which cameras do not find it. */
const border = 4

/** A text as a QR code, black on white in every theme because cameras want it so. `large`: for texts so long that their modules would be too small else. */
export const QrCode = ({ text, label, large = false }: { text: string; label: string; large?: boolean }) => {
  const { size, data } = encode(text, { border })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={classNames('max-w-full shrink-0 rounded-control border border-line', large ? 'size-80' : 'size-48')}
    >
      <rect width={size} height={size} fill="white" />
      <path d={dark} fill="black" />
    </svg>
  )
}
