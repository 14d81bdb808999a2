import type { Handover, ReplyTimes } from '../../core/handover.ts'
import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import type { Say } from '../reports/report.ts'
import { moment } from '../view/moment.ts'

const hours = (value: number | undefined, say: Say): string =>
  value === undefined ? say('inbox.unmeasured') : say('inbox.hours', { n: value.toFixed(value < 10 ? 1 : 0) })

const fact = (name: string, value: Html | string): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** The list of questions, with how quickly the office answers. */
export function inboxView({
  questions,
  times,
  done,
  locale,
  say,
}: {
  questions: Handover[]
  times: ReplyTimes
  done: boolean
  locale: Locale
  say: Say
}): Html {
  const tab = (name: string, shown: boolean, show: string) =>
    html`<li><a href="/insights/inbox?${new URLSearchParams({ locale, show }).toString()}"${shown && html` aria-current="page"`}>${say(name)}</a></li>`
  return html`<p class="intro">${say('inbox.intro')}</p>
<dl class="facts">
${fact(say('inbox.waiting'), String(times.waiting))}
${fact(say('inbox.answered'), String(times.answered))}
${fact(say('inbox.median'), hours(times.median, say))}
${fact(say('inbox.slow'), hours(times.slowTenth, say))}
</dl>
<nav aria-label="${say('inbox.title')}"><ul class="tabs">${tab('inbox.show.waiting', !done, 'waiting')}${tab('inbox.show.done', done, 'done')}</ul></nav>
<section class="block" aria-labelledby="list"><h2 id="list">${say(done ? 'inbox.show.done' : 'inbox.show.waiting')}</h2>
${
  questions.length === 0
    ? html`<p>${say('inbox.empty')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="list"><table class="wide" role="table">
<thead role="rowgroup"><tr role="row">${['asked', 'question', 'channel', 'state'].map((column) => html`<th scope="col" role="columnheader">${say(`inbox.column.${column}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${questions.map((one) => row(one, locale, say))}</tbody></table></div>`
}
</section>`
}

const row = ({ reference, asked, question, channel, state, claimedBy }: Handover, locale: Locale, say: Say): Html =>
  html`<tr role="row"><th scope="row" role="rowheader">${moment(asked)}</th>
<td role="cell" data-label="${say('inbox.column.question')}"><a href="/insights/inbox/${reference}?locale=${locale}">${question}</a></td>
<td role="cell" data-label="${say('inbox.column.channel')}">${say(`insights.channel.${channel}`)}</td>
<td role="cell" data-label="${say('inbox.column.state')}">${say(`inbox.state.${state}`)}${claimedBy !== undefined && html` <span class="range">${claimedBy}</span>`}</td></tr>
`

/** One question, and what the officer who looks at it may do. */
export function questionView({
  question,
  officer,
  csrf,
  locale,
  say,
}: {
  question: Handover
  officer: string
  csrf: string
  locale: Locale
  say: Say
}): Html {
  const { reference, state, claimedBy, answer, answered, reached, address } = question
  const mine = state === 'claimed' && claimedBy === officer
  const post = (deed: string, inside: Html) =>
    html`<form class="stacked" method="post" action="/insights/inbox/${reference}/${deed}?locale=${locale}"><input type="hidden" name="csrf" value="${csrf}">${inside}</form>`
  return html`<p><a href="/insights/inbox?locale=${locale}">${say('inbox.back')}</a></p>
<section class="block" aria-labelledby="question"><h2 id="question">${say('inbox.column.question')}</h2>
<blockquote><p>${question.question}</p></blockquote>
<dl class="facts">
${fact(say('inbox.reference'), reference)}
${fact(say('inbox.column.asked'), moment(question.asked))}
${fact(say('inbox.column.channel'), say(`insights.channel.${question.channel}`))}
${fact(say('inbox.column.state'), `${say(`inbox.state.${state}`)}${claimedBy === undefined ? '' : ` (${claimedBy})`}`)}
</dl></section>
${state === 'open' && post('claim', html`<button>${say('inbox.claim')}</button>`)}
${
  mine &&
  html`<section class="block" aria-labelledby="answer-title"><h2 id="answer-title">${say('inbox.answer')}</h2>
<p class="note" id="answer-note">${say(address ? 'inbox.goes-back' : 'inbox.kept')}</p>
${post('answer', html`<label><span>${say('inbox.answer')}</span><textarea name="answer" rows="8" maxlength="1500" required aria-describedby="answer-note"></textarea></label><button>${say('inbox.send')}</button>`)}
${post('release', html`<button>${say('inbox.release')}</button>`)}
${post('close', html`<button class="grave">${say('inbox.close')}</button>`)}
</section>`
}
${
  answer !== undefined &&
  html`<section class="block" aria-labelledby="answered"><h2 id="answered">${say('inbox.state.answered')}</h2>
<p class="prose">${answer}</p>
<p class="note">${answered !== undefined && moment(answered)} ${say(reached ? 'inbox.reached' : 'inbox.not-reached')}</p>
<p><a href="/insights/inbox/${reference}/draft.md" download>${say('inbox.draft')}</a></p></section>`
}`
}
