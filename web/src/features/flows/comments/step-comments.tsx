import type { FlowComment } from '@chasqui/contracts'
import { Check, RotateCcw, Send, Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { say } from '#ui/toast.tsx'
import { useGoal } from '../builder/goal.ts'
import { problemWords } from '../problem-words.ts'
import { addComment, removeComment, resolveComment, useComments, useResolved } from './use-comments.ts'

const Comment = ({ comment: { author, text, createdAt }, acts }: { comment: FlowComment; acts: ReactNode }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  return (
    <li className="rounded-card border border-line bg-surface p-2.5">
      <div className="flex min-h-7 items-center gap-1">
        <span className="min-w-0 flex-1 truncate text-sm font-semibold">{author.name ?? t('comments.somebody')}</span>
        <time dateTime={createdAt} className="shrink-0 text-xs text-fg-3">
          {format.moment(createdAt)}
        </time>
        {acts}
      </div>
      <p dir="auto" className="mt-1 text-sm wrap-anywhere whitespace-pre-wrap">
        {text}
      </p>
    </li>
  )
}

const Resolved = ({ flowId, step }: { flowId: string; step: string }) => {
  const { t } = useTexts('flows')
  const [open, setOpen] = useState(false)
  const mayManage = useCan('flows.manage')
  const { busy, run } = useAct()
  const comments = useResolved(flowId, step, open)
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer text-sm font-medium text-fg-2">{t('comments.resolved')}</summary>
      {comments.length === 0 && <p className="mt-2 text-sm text-fg-3">{t('comments.none_resolved')}</p>}
      <ul className="mt-2 flex flex-col gap-2">
        {comments.map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            acts={
              mayManage && (
                <IconButton
                  icon={RotateCcw}
                  size="sm"
                  label={t('comments.reopen')}
                  disabled={busy}
                  onClick={() => void run(() => resolveComment(flowId, comment.id, false))}
                />
              )
            }
          />
        ))}
      </ul>
    </details>
  )
}

/** What those who edit the flow say to each other about a step. It is not part of what is published. */
export const StepComments = ({ flowId, step }: { flowId: string; step: string }) => {
  const { t } = useTexts('flows')
  const { id: me } = useUser()
  const mayManage = useCan('flows.manage')
  const comments = useComments(step)
  const [text, setText] = useState('')
  const { busy, problem, run } = useAct()
  const form = useRef<HTMLFormElement>(null)
  useGoal('comment', step, () => form.current?.querySelector('textarea')?.focus())
  const send = () =>
    run(async () => {
      if (text.trim() === '') return
      await addComment(flowId, step, text)
      setText('')
    })
  const resolve = (id: string) =>
    run(async () => {
      await resolveComment(flowId, id, true)
      say(t('comments.done'), { label: t('act.undo'), run: () => void resolveComment(flowId, id, false) })
    })
  const remove = ({ id, text: words }: FlowComment) =>
    run(async () => {
      await removeComment(flowId, id)
      say(t('comments.removed'), { label: t('act.undo'), run: () => void addComment(flowId, step, words) })
    })
  if (comments.length === 0 && !mayManage) return null
  return (
    <section aria-label={t('comments.title')} className="flex flex-col gap-2 border-t border-line p-4">
      <h2 className="text-sm font-semibold">{t('comments.title')}</h2>
      <ul className="flex flex-col gap-2">
        {comments.map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            acts={
              mayManage && (
                <>
                  <IconButton icon={Check} size="sm" label={t('comments.resolve')} disabled={busy} onClick={() => void resolve(comment.id)} />
                  {comment.author.id === me && (
                    <IconButton icon={Trash2} size="sm" label={t('comments.remove')} disabled={busy} onClick={() => void remove(comment)} />
                  )}
                </>
              )
            }
          />
        ))}
      </ul>
      {problem && <Banner tone="danger">{problemWords(problem)}</Banner>}
      {mayManage && (
        <form
          ref={form}
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <TextArea
            label={t('comments.new')}
            hint={t('comments.hint')}
            value={text}
            rows={2}
            maxLength={2000}
            dir="auto"
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" size="sm" icon={Send} className="self-start" disabled={busy || text.trim() === ''}>
            {t('comments.send')}
          </Button>
        </form>
      )}
      <Resolved flowId={flowId} step={step} />
    </section>
  )
}
