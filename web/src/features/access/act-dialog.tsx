import type { ReactNode } from 'react'
import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog, type DialogProps } from '#ui/dialog.tsx'
import { problemWords } from './problem-words.ts'

type Props = Pick<DialogProps, 'title' | 'description' | 'width' | 'onClose'> & {
  verb: string
  look?: 'danger' | 'solid'
  busy: boolean
  problem: ApiProblem | null
  /** What the button does: an act, or sending the form of this id. */
  does: (() => void) | string
  children?: ReactNode
}

/** A question or a form about roles or keys: it can be left, or done by the button that names the act; a refusal is told in place. */
export const ActDialog = ({ verb, look = 'solid', busy, problem, does, children, ...dialog }: Props) => {
  const { t } = useTexts('access')
  const act = typeof does === 'string' ? { type: 'submit' as const, form: does } : { onClick: does }
  return (
    <Dialog
      open
      {...dialog}
      footer={
        <>
          <Button onClick={dialog.onClose}>{t('cancel')}</Button>
          <Button look={look} busy={busy} {...act}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {problem && (
        <Banner tone="danger" className="mt-3 rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </Dialog>
  )
}
