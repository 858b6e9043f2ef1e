import type { FlowTest, TestTalk } from '@chasqui/contracts'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSending } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../../problem-words.ts'
import { useGo } from '../search.ts'
import { keepTest, readTestsAgain, renameTest } from './use-tests.ts'

type NameDialogProps = { title: string; description?: string; verb: string; name: string; send: (name: string) => Promise<unknown>; onClose: () => void }

const NameDialog = ({ title, description, verb, name, send, onClose }: NameDialogProps) => {
  const { t } = useTexts('flows')
  const form = useId()
  const { busy, problem, onSubmit } = useSending(async ({ name: given = '' }) => {
    await send(given.trim())
    onClose()
  })
  return (
    <ActDialog title={title} description={description} verb={verb} busy={busy} does={form} refusal={problem && problemWords(problem)} onClose={onClose}>
      <form id={form} onSubmit={onSubmit}>
        <TextField label={t('tests.name')} name="name" defaultValue={name} required maxLength={200} pattern=".*\S.*" autoFocus dir="auto" />
      </form>
    </ActDialog>
  )
}

export const RenameTest = ({ flowId, test, onClose }: { flowId: string; test: FlowTest; onClose: () => void }) => {
  const { t } = useTexts('flows')
  const rename = async (name: string) => {
    await renameTest(test, flowId, name)
    await readTestsAgain(flowId)
  }
  return <NameDialog title={t('rename.title', { name: test.name })} verb={t('act.rename')} name={test.name} send={rename} onClose={onClose} />
}

/** A talk with the draft becomes a test. */
export const KeepTest = ({ flowId, talk, onClose }: { flowId: string; talk: TestTalk; onClose: () => void }) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const keep = async (name: string) => {
    await keepTest(flowId, { name, talk })
    await readTestsAgain(flowId)
    say(t('tests.kept_now', { name }), { label: t('tests.see'), run: () => go({ panel: 'tests' }) })
  }
  return <NameDialog title={t('tests.keep')} description={t('tests.keep_hint')} verb={t('tests.keep_verb')} name="" send={keep} onClose={onClose} />
}
