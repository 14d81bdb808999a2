/** Kinds of messages that hold no words we could read. */
const WORDLESS = ['image', 'voice', 'video', 'location', 'link', 'sticker', 'other'] as const
type Wordless = (typeof WORDLESS)[number]

/** Whoever writes, as the platform names them; `account` is ours, to which they write. `key` is the same for every delivery of one message. */
type Delivered = { speaker: string; account: string; key: string }

/** A message of the platform, as far as it asks something of us. */
export type Message = Delivered &
  (
    | { kind: 'said'; text: string; spoken: boolean }
    | { kind: 'wordless'; what: Wordless }
    /** Began to follow the account; `text` is what the QR code asks that led here. */
    | { kind: 'joined'; text?: string | undefined }
    | { kind: 'left' }
    /** A report that wants no answer: a page opened, a place told, a message sent to many. */
    | { kind: 'report' }
  )

/** Keys of menu buttons and scenes of QR codes that say an utterance begin so. */
export const ASKS = 'ask:'

/** What a client shows where it has something that the platform does not hand on: some stickers, red packets. */
const UNSUPPORTED = /^【收到不支持的消息类型，暂无法显示】$/
/** The platform's own faces (`/::)`, `[微笑]`) and emoji. */
const FACES = /\/:[^\s/]{1,12}|\[\p{L}{1,8}\]|\p{Extended_Pictographic}|[\u200D\uFE0F\u{1F3FB}-\u{1F3FF}]/gu
const LONGEST_NAME = 128

const TYPES: Record<string, Wordless> = { image: 'image', video: 'video', shortvideo: 'video', link: 'link' }

/** Reads the fields of a message; undefined when it lacks those that every message has. */
export function readMessage(fields: ReadonlyMap<string, string>): Message | undefined {
  const field = (name: string) => fields.get(name)?.trim() ?? ''
  const speaker = field('FromUserName')
  const account = field('ToUserName')
  const created = field('CreateTime')
  const type = field('MsgType')
  if (!speaker || !account || !type || !/^\d{1,12}$/.test(created)) return undefined
  if (speaker.length > LONGEST_NAME || account.length > LONGEST_NAME || type.length > LONGEST_NAME) return undefined
  if (type === 'event') {
    const [event, scene] = [field('Event').toLowerCase(), field('EventKey').slice(0, 512)]
    // Events have no id of their own: the platform says to tell them by who and when.
    return { speaker, account, key: [speaker, created, event, scene].join(' '), ...readEvent(event, scene) }
  }
  const id = field('MsgId').slice(0, LONGEST_NAME)
  const delivered = { speaker, account, key: `${speaker} ${id || `${created} ${type}`}` }
  if (type === 'text') {
    const text = fields.get('Content') ?? ''
    if (UNSUPPORTED.test(text.trim())) return { ...delivered, kind: 'wordless', what: 'other' }
    const faces = text.trim() !== '' && text.replace(FACES, '').trim() === ''
    return faces
      ? { ...delivered, kind: 'wordless', what: 'sticker' }
      : { ...delivered, kind: 'said', text, spoken: false }
  }
  if (type === 'voice') {
    const text = field('Recognition')
    return text ? { ...delivered, kind: 'said', text, spoken: true } : { ...delivered, kind: 'wordless', what: 'voice' }
  }
  if (type === 'location') return { ...delivered, kind: 'wordless', what: 'location' }
  return { ...delivered, kind: 'wordless', what: Object.hasOwn(TYPES, type) ? (TYPES[type] ?? 'other') : 'other' }
}

type Event =
  | { kind: 'said'; text: string; spoken: boolean }
  | { kind: 'joined'; text?: string | undefined }
  | { kind: 'left' }
  | { kind: 'report' }

/** What an event asks; a button and a QR code may each say an utterance. */
function readEvent(event: string, scene: string): Event {
  const asked = utteranceIn(event === 'subscribe' ? scene.replace(/^qrscene_/, '') : scene)
  switch (event) {
    case 'subscribe':
      return { kind: 'joined', text: asked }
    case 'unsubscribe':
      return { kind: 'left' }
    case 'scan':
    case 'click':
      return asked === undefined ? { kind: 'joined' } : { kind: 'said', text: asked, spoken: false }
    default:
      return { kind: 'report' }
  }
}

const utteranceIn = (key: string): string | undefined =>
  key.startsWith(ASKS) ? key.slice(ASKS.length).trim() || undefined : undefined
