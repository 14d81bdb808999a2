import { toHtml } from '../../channels/markdown.ts'
import { chatPath } from '../../core/page-paths.ts'
import type { Reply } from '../../core/reply.ts'
import { LONGEST_QUESTION } from '../../core/utterance.ts'
import { Html, html } from '../html.ts'
import type { Framed, PageContext } from '../pages/layout.ts'

/** What the chat page shows. */
export type ChatPage = {
  /** Carries a conversation on without script. */
  conversation: string
  /** Lets the script talk over Direct Line. */
  token: { conversationId: string; token: string } | undefined
  /** The turn just made, when the form was sent without script. */
  turn?: { question: string; reply?: Reply; problem?: string } | undefined
  /** Whether a rating was just given. */
  rated?: boolean
  /** The other site in whose frame the page stands. */
  embedder?: string | undefined
  /** What the office announces. */
  banner?: string | undefined
}

/** The wording that the script needs, given to it with the page. */
const SCRIPT_KEYS = [
  'you',
  'bot',
  'sending',
  'offline',
  'again',
  'now',
  'unreachable',
  'helpful',
  'yes',
  'no',
  'thanks',
] as const

/** The chat page: a form that works by itself, made a live conversation by the script. */
export function chatPageView(
  { conversation, token, turn, rated, embedder, banner }: ChatPage,
  context: PageContext,
): Framed {
  const { locale, translate } = context
  const say = (key: string) => translate(locale, `page.${key}`)
  const words = Object.fromEntries(SCRIPT_KEYS.map((key) => [key, say(key)]))
  const site = embedder === undefined ? '' : `?origin=${encodeURIComponent(embedder)}`
  const action = { ask: `${chatPath(locale)}${site}#reply`, rate: `${chatPath(locale)}rating${site}#reply` }
  const examples = ['example.quota', 'example.tax', 'example.parcel'].map((key) => translate(locale, key))
  return {
    title: say('title'),
    description: say('description'),
    path: chatPath,
    kind: 'website',
    class: embedder === undefined ? 'chat' : 'chat embedded',
    place: 'ask',
    headed: true,
    indexed: embedder === undefined,
    style: 'chat',
    scripts: token ? ['nodes.js', 'chat.js', ...(embedder === undefined ? [] : ['embedded.js'])] : [],
    embedded: embedder !== undefined,
    data: {
      token: token?.token ?? '',
      conversation: token?.conversationId ?? '',
      words: JSON.stringify(words),
      ...(embedder !== undefined && { embedder }),
    },
    skip: { to: 'question', words: say('skip') },
    main: html`<main>
${banner !== undefined && html`<p class="banner"><strong>${say('banner')}</strong> ${banner}</p>`}
<div id="conversation" role="log" aria-label="${say('conversation')}">
<ol id="log">
<li class="bot"><p>${translate(locale, 'courtesy.greet')}</p><p class="note">${say('privacy')}</p>
<form method="post" action="${action.ask}" class="choices"><input type="hidden" name="conversation" value="${conversation}">${examples.map(
      (example) => html`<button name="q" value="${example}">${example}</button>`,
    )}</form></li>
${rated && html`<li class="bot" id="reply"><p>${say('thanks')}</p></li>`}
${turn && html`<li class="you"><span class="who">${say('you')}</span><p>${turn.question}</p></li>`}
${turn?.problem && html`<li class="bot" id="reply"><p role="alert">${turn.problem}</p></li>`}
${turn?.reply && replyView(turn.reply, { action, conversation, say })}
</ol>
</div>
<form id="ask" method="post" action="${action.ask}">
<input type="hidden" name="conversation" value="${conversation}">
<label for="question">${say('label')}</label>
<div class="row"><input id="question" name="q" type="text" value="${turn?.problem ? turn.question : ''}" maxlength="${LONGEST_QUESTION}" required autocomplete="off" enterkeyhint="send" placeholder="${say('placeholder')}"><button>${say('send')}</button></div>
</form>
</main>`,
  }
}

function replyView(
  reply: Reply,
  {
    action,
    conversation,
    say,
  }: { action: { ask: string; rate: string }; conversation: string; say: (key: string) => string },
): Html {
  return html`<li class="bot" id="reply" lang="${reply.locale}"><span class="who">${say('bot')}</span>${new Html(toHtml(reply.text))}
${
  reply.choices.length > 0 &&
  html`<form method="post" action="${action.ask}" class="choices"><input type="hidden" name="conversation" value="${conversation}">${reply.choices.map(
    ({ label, utterance }) => html`<button name="q" value="${utterance}">${label}</button>`,
  )}</form>`
}
<form method="post" action="${action.rate}" class="rating"><input type="hidden" name="conversation" value="${conversation}"><input type="hidden" name="reply" value="${reply.id}"><span>${say('helpful')}</span><button name="helpful" value="true">${say('yes')}</button><button name="helpful" value="false">${say('no')}</button></form></li>`
}
