import { globSync } from 'node:fs'
import { root } from './run-step.ts'

/**
 * How much a run has: a quick one is what people wait for at each change (`npm test`), CI adds what goes through all that there is, and a whole one
 * (`--whole`) is for whoever changed what is named below, and for every release (ADR 41, 53). What is named on the command line runs in any case.
 */
export type Run = 'quick' | 'ci' | 'whole'

/** Of the tests without a browser, a third of the time: `npm test -- --ci` and CI have them for each change. */
export const leftToCi: string[] = [
  // Every act, body, socket word, role and hidden field in turn. The catalogue of the database's policies and the walls between tenants are in every run.
  'server/test/isolation/{every-act-is-recorded,socket-walls,roles,hidden-fields,reach-walls}.test.ts',
  'server/test/stories/bad-input.test.ts',
  // Thousands of rows to search, and hundreds of sign-ins to guess at; `inbox-views` and `identity-sign-in` are in every run.
  'server/test/message-search.test.ts',
  'server/test/identity-{attacks,proof}.test.ts',
  // Several processes, buckets and servers beside the product; `restart` is in every run.
  'server/test/stories/{split,calls-of-processes,file-bucket,listen}.test.ts',
  // Channels that have trouble; the conformance suite and `sending-trouble` are in every run.
  'server/test/stories/{channel-incidents,simulated-limits,unreachable,unreachable-by-itself,whom-channels-answer}.test.ts',
  // What a business sets up around its conversations, and what its host does.
  'server/test/stories/{audit-chain,campaigns,contact-stages,files,host,people,service-levels,suspension,tasks,templates}.test.ts',
]

/** What takes long and says seldom what nothing quicker says. */
export const leftToWholeRuns: string[] = [
  // Processes that are killed at any instant, again and again, while people write. The crash proof, which CI has too, kills the whole product.
  'server/test/stories/*-killed.test.ts',
  // What the kit's own doubles of the vendors' servers do by themselves.
  'server/test/doubles/**/*.test.ts',
  // What `npm start` does with a data folder in use, a launcher that dies, a database that is away. Starting is in every run: `restart`, and `first-visit` in the browser.
  'server/test/{start-life,embedded-database}.test.ts',
  // Channels that go from one node to another, and those that are held by a server of somebody's own: the conformance suite has all kinds in every run.
  'server/test/stories/{lines-move,split-removed,telegram-ownership,waha,waha-containers,wppconnect,whatsapp-web-history,whatsapp-web-leave}.test.ts',
  // What vendors forbid, and the calendar of strangers.
  'server/test/stories/{guarded-numbers,held-by-vendor}.test.ts',
  // An organisation's whole export; plans of statements at sizes that few reach.
  'server/test/isolation/tenant-export.test.ts',
  'server/test/{audit-plans,flow-measure-plans,list-plans,list-plans-of-many}.test.ts',
  // Each act with its record refused, each field of each payload of Meta spoilt, acts in any order, a whole day of a centre.
  'server/test/isolation/no-act-without-its-record.test.ts',
  'server/test/stories/{spoilt-payloads,routing-acts.property,centre-day}.test.ts',
  // Limits of calls that several nodes share, which look at the clock of the machine.
  'server/test/stories/call-limits.test.ts',
  // Ways to sign in that few have.
  'server/test/identity-passkeys.test.ts',
  'server/test/stories/two-factor-by-role.test.ts',
  // What is about flows and is no answer to a customer: who talks about a draft, which of two ways does better, recordings and links.
  'server/test/stories/flow-{ab-tests,comments,links,once,recordings}.test.ts',
  // What is made of files, and what waits for its hour; the outbox has its own.
  'server/test/stories/{conversation-export,scheduled,voice-notes}.test.ts',
  // Every screen, every form and the canvas by keys alone; the acts of the inbox by keys are played in every run.
  'e2e/tests/{all-keys,flow-keys,flow-forms-by-keys}.test.ts',
  // The builder beyond a newcomer's way to a flow that answers.
  'e2e/tests/flow-{afterwards,call,faults,gallery,link,once-and-tests,phone,settings,start,undo,ways}.test.ts',
  // Pages of settings and of the few who manage: in every run each is opened and looked at (`all-screens`), and what it does has stories on the server's side.
  'e2e/tests/{access,account,audit,bulk,campaigns,closing,contact-stages,files,host,languages,later-and-export,looks,own-profile,people,queues,quick-replies,reach,register,service-levels,tasks,templates,tenants}.test.ts',
  'e2e/tests/{passkeys,two-steps-by-role}.test.ts',
  // Ways to connect that are not the usual ones, what vendors forbid and whom they do not reach, in the browser.
  'e2e/tests/{channel-by-waha,channel-by-wppconnect,channel-kinds,guarded-number,held-by-vendor,unreachable}.test.ts',
]

/** What tells tests that have very much to try to try all of it (`server/test/kit/thoroughness.ts`). */
export const wholeRun = { TESTS: 'whole' }

const leftOut: Record<Run, string[]> = { quick: [...leftToCi, ...leftToWholeRuns], ci: leftToWholeRuns, whole: [] }

/** The test files that these patterns find, for such a run; throws where they find none. */
export const filesOf = (patterns: string[], run: Run): string[] => {
  const files = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', ...leftOut[run]] }).toSorted()
  if (files.length === 0) throw new Error(`There is no test file ${patterns.join(', ')}.`)
  return files
}
