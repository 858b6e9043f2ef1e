import { List } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { OfferButton, OfferButtons } from './offer-button.tsx'

type ListRow = { id: string; title: string; description?: string | undefined }
export type OfferListProps = {
  button: string
  sections: readonly { title?: string | undefined; rows: readonly ListRow[] }[]
  wasPressed: (row: ListRow) => boolean
  onChoose: (row: ListRow) => void
}

const Row = ({ row, pressed, onClick }: { row: ListRow; pressed: boolean; onClick: () => void }) => (
  <li className="border-b border-line last:border-0">
    <button
      type="button"
      aria-pressed={pressed || undefined}
      onClick={onClick}
      className="flex min-h-11 w-full items-center justify-between gap-3 rounded-control px-2 py-1.5 text-left hover:bg-surface-2"
    >
      <span className="min-w-0">
        <span className="block font-medium wrap-anywhere">{row.title}</span>
        {row.description && <span className="block text-xs wrap-anywhere text-fg-3">{row.description}</span>}
      </span>
      <span className={`size-4 shrink-0 rounded-full border-2 ${pressed ? 'border-primary bg-primary' : 'border-line-strong'}`} aria-hidden />
    </button>
  </li>
)

/** A list hides its rows behind one button; they rise as a sheet, as on WhatsApp. */
export const OfferList = ({ button, sections, wasPressed, onChoose }: OfferListProps) => {
  const [open, setOpen] = useState(false)
  const choose = (row: ListRow) => {
    setOpen(false)
    onChoose(row)
  }
  return (
    <OfferButtons>
      <OfferButton icon={List} onClick={() => setOpen(true)}>
        {button}
      </OfferButton>
      <Dialog open={open} onClose={() => setOpen(false)} title={button} width="sm">
        {sections.map((section, index) => (
          <section key={index} className="mb-3 last:mb-0">
            {section.title && <h3 className="mb-1 px-2 text-sm font-semibold text-primary">{section.title}</h3>}
            <ul>
              {section.rows.map((row) => (
                <Row key={row.id} row={row} pressed={wasPressed(row)} onClick={() => choose(row)} />
              ))}
            </ul>
          </section>
        ))}
      </Dialog>
    </OfferButtons>
  )
}
