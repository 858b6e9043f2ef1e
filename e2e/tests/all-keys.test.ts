import assert from 'node:assert/strict'
import { arrowsWork, dialogWorks, popupsWork, tabThrough } from '../kit/keyboard.ts'
import { goTo, stockOf, walks } from '../kit/screens.ts'
import { openStage } from '../kit/stage.ts'

/** Every screen without a mouse: Tab leads everywhere and round again, the focus is seen, arrows move in lists, dialogs keep the focus and give it back. */
const { scene } = await openStage({ REGISTRATION: 'open' })

for (const [part, walk] of walks.entries())
  scene(`What ${walk.who} sees works by keys alone, part ${part + 1} from ${walk.screens[0]?.name}`, async (props) => {
    props.troubles.expect(/answer 40[134]/, /console error/)
    const stock = await stockOf(props)
    const page = await walk.enter(props, stock, 'desk')
    const wrong: string[] = []
    for (const screen of walk.screens.filter(({ only }) => only !== 'phone')) {
      const opener = await goTo(page, screen, stock, 'keys')
      const found = screen.opens ? await dialogWorks(page, opener) : [...(await tabThrough(page)), ...(await popupsWork(page)), ...(await arrowsWork(page))]
      wrong.push(...found.map((what) => `${screen.name}: ${what}`))
    }
    assert.deepEqual(wrong, [])
  })
