import type { Groups } from './groups.ts'
import { child, children, bytes, node, number, SERVER, type Node } from './node.ts'
import { deviceOf, type Companion, type People, type Person } from './people.ts'
import type { KeyBundle } from './signal-device.ts'
import { takeBundle } from './people.ts'

type Asking = { people: People; groups: Groups; person: Person; companion: Companion; mediaHost: string }

/** Answers to what a linked device asks after its login; what is not known here is answered with an empty result, as most settings would be. */
export const answerQuery = async (query: Node, asking: Asking): Promise<Node> => {
  const [first] = children(query)
  const found = await answers[`${query.attrs['xmlns']} ${first?.tag}`]?.(query, asking)
  return node('iq', { id: query.attrs['id'], from: SERVER, type: 'result' }, found)
}

const answers: Record<string, (query: Node, asking: Asking) => Node[] | undefined | Promise<Node[] | undefined>> = {
  'encrypt count': (_, { companion }) => [node('count', { value: String(companion.preKeys.length) })],
  'encrypt digest': () => [node('digest')],
  'encrypt registration': (query, { companion }) => void keepKeys(query, companion),
  'encrypt rotate': (query, { companion }) => {
    if (companion.bundle) companion.bundle.signedPreKey = signedPreKey(child(child(query, 'rotate'), 'skey')!)
    return undefined
  },
  'encrypt key': async (query, { people }) => {
    const wanted = children(child(query, 'key')).map(({ attrs }) => attrs['jid']!)
    return [node('list', {}, await Promise.all(wanted.map((jid) => bundleNode(jid, people))))]
  },
  'usync usync': (query, { people }) => [usync(child(query, 'usync')!, people)],
  // Of those who hide that they read, a device tells nobody but their other devices.
  'privacy privacy': () => [node('privacy', {}, [node('category', { name: 'readreceipts', value: 'all' })])],
  'w:g2 query': (query, { groups, person }) => groups.describe(query.attrs['to']!, person),
  'w:g2 participating': (_, { groups, person }) => groups.of(person),
  'w:m media_conn': (_, { mediaHost }) => [node('media_conn', { auth: 'sandbox', ttl: '300' }, [node('host', { hostname: mediaHost })])],
}

const signedPreKey = (skey: Node) => ({ id: bytes(skey, 'id').readUIntBE(0, 3), key: bytes(skey, 'value'), signature: bytes(skey, 'signature') })

const keepKeys = (query: Node, companion: Companion): void => {
  companion.bundle = {
    registrationId: bytes(query, 'registration').readUInt32BE(),
    identity: bytes(query, 'identity'),
    signedPreKey: signedPreKey(child(query, 'skey')!),
  }
  companion.preKeys.push(...children(child(query, 'list')).map((key) => ({ id: bytes(key, 'id').readUIntBE(0, 3), key: bytes(key, 'value') })))
}

const bundleNode = async (jid: string, people: People): Promise<Node> => {
  const bundle = await bundleOf(jid, people)
  if (!bundle) return node('user', { jid }, [node('error', { code: '404', text: 'item-not-found' })])
  const { registrationId, identity, signedPreKey, preKey } = bundle
  return node('user', { jid }, [
    node('registration', {}, number(registrationId, 4)),
    node('type', {}, Buffer.from([5])),
    node('identity', {}, identity),
    node('skey', {}, [node('id', {}, number(signedPreKey.id, 3)), node('value', {}, signedPreKey.key), node('signature', {}, signedPreKey.signature)]),
    ...(preKey ? [node('key', {}, [node('id', {}, number(preKey.id, 3)), node('value', {}, preKey.key)])] : []),
  ])
}

const bundleOf = async (jid: string, people: People): Promise<KeyBundle | null> => {
  const person = people.byJid(jid)
  if (!person || deviceOf(jid) === 0) return (await person?.device.bundle()) ?? null
  const companion = person.companions.get(deviceOf(jid))
  return companion?.bundle ? takeBundle(companion) : null
}

/** Who has which devices, which other name, and whether a number is in use. */
const usync = (query: Node, people: People): Node => {
  const asked = new Set(children(child(query, 'query')).map(({ tag }) => tag))
  return node('usync', {}, [
    node(
      'list',
      {},
      children(child(query, 'list')).map((user) => userNode(user, asked, people)),
    ),
  ])
}

const userNode = (user: Node, asked: Set<string>, people: People): Node => {
  const contact = child(user, 'contact')
  const phone = contact?.content === undefined ? null : bytes(contact).toString().replace(/\D/g, '')
  const person = phone !== null ? people.byPhone(phone) : (people.byJid(user.attrs['jid']!) ?? people.byPhone(user.attrs['jid']!.split('@')[0]!))
  const missing = people.strangers.has(person.phone)
  const jid = phone !== null ? person.jid : user.attrs['jid']!
  const devices = [node('device', { id: '0' }), ...[...person.companions.keys()].map((id) => node('device', { id: String(id), 'key-index': String(id) }))]
  return node('user', { jid }, [
    ...(asked.has('contact') ? [node('contact', { type: missing ? 'out' : 'in' })] : []),
    ...(asked.has('devices') && !missing ? [node('devices', {}, [node('device-list', {}, devices)])] : []),
    ...(asked.has('lid') && !missing && !jid.endsWith('@lid') ? [node('lid', { val: person.lid })] : []),
  ])
}
