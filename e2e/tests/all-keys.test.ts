import assert from 'node:assert/strict'
import { arrowsWork, dialogWorks, popupsWork, tabThrough } from '../kit/keyboard.ts'
import { goTo, prepareWalks } from '../kit/screens.ts'
import { shoot } from '../kit/shots.ts'
import { openStage } from '../kit/stage.ts'

/** Every screen without a mouse: Tab leads everywhere and round again, the focus is seen, arrows move in lists, dialogs keep the focus and give it back. */
const { scene } = await openStage({ REGISTRATION: 'open' })

scene('Every screen works by keys alone', async (props) => {
  props.troubles.expect(/answer 40[134]/, /console error/)
  const wrong: string[] = []
  for (const { enter, screens } of await prepareWalks(props)) {
    const page = await enter({ size: 'desk' })
    for (const screen of screens) {
      if (screen.only === 'phone') continue
      const tell = (found: string[]) => void wrong.push(...found.map((what) => `${screen.name}: ${what}`))
      try {
        const opener = await goTo(page, screen, 'keys')
        if (screen.opens) tell(await dialogWorks(page, opener))
        else for (const works of [tabThrough, popupsWork, arrowsWork]) tell(await works(page))
      } catch (problem) {
        tell([String(problem), await shoot(page, `keys ${screen.name}`)])
      }
    }
  }
  assert.deepEqual(wrong, [])
})
