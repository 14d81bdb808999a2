import { PassThrough } from 'node:stream'
import { type Activity, DirectLine } from 'botframework-directlinejs'
import { XMLHttpRequest } from 'xhr2'
import { toPlainText } from '../../../src/channels/markdown.ts'
import { chat } from '../../../src/channels/terminal.ts'
import type { Respond } from '../../../src/core/reply.ts'
import { weChatPlatform } from '../../channels/wechat/client.ts'
import type { Service } from '../service.ts'

// The stock Direct Line client is written for browsers, and looks for this one there.
Object.assign(globalThis, { XMLHttpRequest })

/** What a person reads, and what the choices beside it say when they are pressed; none where there are no buttons and numbers are typed. */
export type Shown = { text: string; buttons: string[] }

/** One conversation through a way in: says something and reads what comes back. */
export interface Talk extends AsyncDisposable {
  say(text: string): Promise<Shown>
}

/** A way in, by its name in the log. */
export type Way = (locale: string, name: string) => Promise<Talk>

/** The fields of a message activity that are read here. */
type Message = {
  type: string
  text?: string
  replyToId?: string
  suggestedActions?: { actions: { value: string }[] }
  attachments?: { content: { body: unknown; actions?: { data: string }[] } }[]
}

/** Everything that a card writes, and everything beside it. */
function shownIn({ text = '', suggestedActions, attachments = [] }: Message): Shown {
  const written: string[] = []
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('text' in value && typeof value.text === 'string') written.push(value.text)
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(attachments.map(({ content }) => content.body))
  const pressed = attachments.flatMap(({ content }) => content.actions?.map(({ data }) => data) ?? [])
  return {
    text: [toPlainText(text), ...written].join('\n'),
    buttons: [...pressed, ...(suggestedActions?.actions.map(({ value }) => value) ?? [])],
  }
}

const nothingToClose = { [Symbol.asyncDispose]: async () => {} }

/** The JSON API, which is sent no language: the words decide. */
export const jsonApiWay =
  (service: Service): Way =>
  async () => {
    const conversation = crypto.randomUUID()
    return {
      ...nothingToClose,
      async say(question) {
        const { text, choices } = await service.ask(question, { conversation })
        return { text: toPlainText(text), buttons: choices.map(({ utterance }) => utterance) }
      },
    }
  }

/** `/api/messages`, as Azure's Web Chat channel writes to it, with the replies in the response. */
export const botFrameworkWay =
  (service: Service): Way =>
  async (locale, name) => ({
    ...nothingToClose,
    async say(text) {
      const { body } = await service.post('/api/messages', {
        type: 'message',
        id: crypto.randomUUID(),
        channelId: 'webchat',
        deliveryMode: 'expectReplies',
        from: { id: name },
        recipient: { id: 'bot' },
        conversation: { id: name },
        locale,
        text,
      })
      const [message] = body.activities as [Message]
      return shownIn(message)
    },
  })

/** The stock client of Direct Line. */
export const directLineWay =
  (service: Service, secret: string): Way =>
  async (locale) => {
    const client = new DirectLine({ domain: `${service.url}/v3/directline`, secret, webSocket: true })
    const heard: Message[] = []
    let arrived = () => {}
    const following = client.activity$.subscribe((activity) => {
      heard.push(activity as unknown as Message)
      arrived()
    })
    return {
      async say(text) {
        const id = await new Promise<string>((resolve, reject) => {
          const activity = { type: 'message', from: { id: 'u1' }, text, locale } as Activity
          client.postActivity(activity).subscribe(resolve, reject)
        })
        for (;;) {
          const reply = heard.find(({ type, replyToId }) => type === 'message' && replyToId === id)
          if (reply) return shownIn(reply)
          await new Promise<void>((resolve) => {
            arrived = resolve
          })
        }
      },
      async [Symbol.asyncDispose]() {
        following.unsubscribe()
        client.end()
      },
    }
  }

/** The chat page in a browser without script: forms are posted, and what they hold is carried on. */
export const formWay =
  (service: Service): Way =>
  async (locale) => {
    let conversation = ''
    return {
      ...nothingToClose,
      async say(q) {
        const body = new URLSearchParams({ q, ...(conversation && { conversation }) })
        const response = await fetch(`${service.url}/?lang=${locale}`, { method: 'POST', body })
        const page = await response.text()
        conversation = /name="conversation" value="([^"]+)"/.exec(page)?.[1] ?? ''
        const reply = /id="reply"[^>]*>([\s\S]*?)<form [^>]*class="rating"/.exec(page)?.[1] ?? ''
        const unescaped = (text: string) =>
          text
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&')
        const buttons = [...reply.matchAll(/<button name="q" value="([^"]*)"/g)].map(([, value = '']) =>
          unescaped(value),
        )
        const text = unescaped(reply.replace(/<form[\s\S]*?(<\/form>|$)/g, '').replace(/<[^>]+>/g, ' '))
        return { text, buttons }
      },
    }
  }

/** The terminal, line by line. */
export const terminalWay =
  (respond: Respond): Way =>
  async (_locale, name) => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const prompt = '\u0000'
    let shown = ''
    let arrived = () => {}
    output.on('data', (data: Buffer) => {
      shown += data.toString()
      arrived()
    })
    const talking = chat((utterance) => respond({ ...utterance, conversation: name }), { input, output, prompt })
    const untilPrompt = async () => {
      while (!shown.endsWith(prompt))
        await new Promise<void>((resolve) => {
          arrived = resolve
        })
      const text = shown.slice(0, -1)
      shown = ''
      return text
    }
    await untilPrompt()
    return {
      async say(text) {
        input.write(`${text}\n`)
        return { text: await untilPrompt(), buttons: [] }
      },
      async [Symbol.asyncDispose]() {
        input.end()
        await talking
      },
    }
  }

/** WeChat, encrypted, read to the end by answering “继续” while there is more. */
export const weChatWay =
  (service: Service, nothingMore: string[]): Way =>
  async (_locale, name) => {
    const platform = weChatPlatform(service.url)
    return {
      ...nothingToClose,
      async say(text) {
        const parts = [await platform.say(name, text)]
        for (;;) {
          const more = await platform.say(name, '继续')
          if (nothingMore.includes(more)) break
          parts.push(more)
        }
        const whole = parts.join('\n')
        // A question is answered by the words that it offers, everything else by its number.
        return { text: whole, buttons: /^可以这样回复：(.+)$/m.exec(whole)?.[1]?.split(' / ') ?? [] }
      },
    }
  }
