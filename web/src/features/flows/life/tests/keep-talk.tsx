import type { TestTalk } from '@chasqui/contracts'
import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { useEditor } from '../../editor/editor.ts'
import type { TestTalk as Talk, World } from '../../testing/test-talk.ts'
import { KeepTest } from './name-test.tsx'
import { talkToKeep } from './talk-to-keep.ts'

/** Lets a talk with the draft be held again from now on; nothing where it cannot be. */
export const KeepTalk = ({ flowId, talk, world }: { flowId: string; talk: Talk; world: World }) => {
  const { t } = useTexts('flows')
  const mayManage = useCan('flows.manage')
  const editor = useEditor()
  const [keeping, setKeeping] = useState<TestTalk | null>(null)
  const kept = talkToKeep(talk, editor.definition(), world)
  if (!mayManage || !kept) return null
  return (
    <>
      <Button size="sm" className="self-start" icon={ListPlus} onClick={() => setKeeping(kept)}>
        {t('tests.keep_verb')}
      </Button>
      {keeping && <KeepTest flowId={flowId} talk={keeping} onClose={() => setKeeping(null)} />}
    </>
  )
}
