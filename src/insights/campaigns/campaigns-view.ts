import { AUDIENCES } from '../../core/audience.ts'
import { CHANNELS } from '../../core/channel-id.ts'
import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import type { Campaign } from '../../office/campaigns.ts'
import type { Catalogue } from '../catalogue.ts'
import { topicName, valueName } from '../reports/names.ts'
import type { Say } from '../reports/report.ts'
import { countInWords, dayInWords, periodInWords, ratioInWords, shareInWords } from '../view/words.ts'
import type { Evaluation, Measured } from './evaluate.ts'

/** Why a campaign was not recorded. */
export const CAMPAIGN_FAULTS = ['name', 'days', 'topics', 'link'] as const
export type CampaignFault = (typeof CAMPAIGN_FAULTS)[number]

type View = {
  measured: { campaign: Campaign; evaluation: Evaluation }[]
  catalogue: Catalogue
  locale: Locale
  say: Say
  /** Of somebody who may record one. */
  csrf: string | undefined
  fault: CampaignFault | undefined
  tried: Record<string, unknown>
}

/** What was done, what came of it, and the form to record something. */
export function campaignsView(view: View): Html {
  const { measured, say, csrf } = view
  return html`<p class="intro">${say('campaigns.intro')}</p>
${csrf !== undefined && formView(view, csrf)}
${measured.length === 0 && html`<p>${say('campaigns.empty')}</p>`}
${measured.map((one, index) => campaignView(one, index, view))}
<section class="prose"><h2>${say('campaigns.method')}</h2><p>${say('campaigns.method-text')}</p><p>${say('campaigns.method-limits')}</p></section>`
}

function campaignView(
  { campaign, evaluation }: View['measured'][number],
  index: number,
  { catalogue, locale, say, csrf }: View,
): Html {
  const { id, name, starts, ends, topics, audience, channel, link, who } = campaign
  const { before, after, questions, beliefs } = evaluation
  const title = `campaign-${index + 1}`
  const where = [
    audience && valueName(say, 'audience', audience),
    channel && valueName(say, 'channel', channel),
  ].filter((one) => one !== undefined)
  return html`<div class="block"><h2 id="${title}">${name}</h2>
<p>${say('insights.period', { from: dayInWords(locale, starts), to: dayInWords(locale, ends) })} · ${topics.map((one) => topicName(catalogue, say, one)).join(say('insights.list'))}${where.length > 0 && ` · ${where.join(say('insights.list'))}`}</p>
<p class="note">${say('campaigns.recorded', { who })}${link !== '' && html` <a href="${link}" rel="noreferrer">${say('campaigns.link')}</a>`}</p>
<p class="note">${say('campaigns.before')} ${periodInWords(locale, say, before)} · ${say('campaigns.after')} ${after.length > 0 ? periodInWords(locale, say, after) : say('campaigns.not-yet')}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${title}"><table class="wide" role="table">
<thead role="rowgroup"><tr role="row">${['measure', 'before', 'after', 'effect', 'verdict'].map((column) => html`<th scope="col" role="columnheader">${say(`campaigns.column.${column}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${measureView('questions', questions, say, locale)}${measureView('beliefs', beliefs, say, locale)}</tbody></table></div>
${csrf !== undefined && html`<form method="post" action="/insights/campaigns?locale=${locale}"><input type="hidden" name="csrf" value="${csrf}"><button class="plain" name="remove" value="${id}">${say('campaigns.remove')}</button></form>`}
</div>`
}

const measureView = (measure: 'questions' | 'beliefs', one: Measured, say: Say, locale: Locale): Html => {
  const cell = (column: string, words: string | Html) =>
    html`<td role="cell" data-label="${say(`campaigns.column.${column}`)}">${words}</td>`
  return html`<tr role="row"><th scope="row" role="rowheader">${say(`campaigns.measure.${measure}`)}</th>
${cell('before', `${countInWords(locale, say, one.before)} · ${shareInWords(locale, say, one.shareBefore)}`)}
${cell('after', `${countInWords(locale, say, one.after)} · ${shareInWords(locale, say, one.shareAfter)}`)}
${cell('effect', ratioInWords(locale, say, one.effect))}
${cell('verdict', say(`campaigns.verdict.${one.verdict}`))}</tr>`
}

function formView({ catalogue, locale, say, fault, tried }: View, csrf: string): Html {
  const was = (name: string) => (typeof tried[name] === 'string' ? tried[name] : '')
  const choice = (name: 'audience' | 'channel', values: readonly string[]) =>
    html`<label><span>${say(`insights.filter.${name}`)}</span><select name="${name}"><option value="">${say('insights.all')}</option>${values.map((value) => html`<option value="${value}"${was(name) === value && html` selected`}>${valueName(say, name, value)}</option>`)}</select></label>`
  return html`<section class="block" aria-labelledby="record"><h2 id="record">${say('campaigns.record')}</h2>
${fault !== undefined && html`<p role="alert" class="alert">${say(`campaigns.fault.${fault}`)}</p>`}
<details${fault !== undefined && html` open`}><summary>${say('campaigns.form')}</summary>
<form class="stacked" method="post" action="/insights/campaigns?locale=${locale}"><input type="hidden" name="csrf" value="${csrf}">
<label><span>${say('campaigns.name')}</span><input name="name" value="${was('name')}" maxlength="120" required></label>
<label><span>${say('campaigns.starts')}</span><input type="date" name="starts" value="${was('starts')}" required></label>
<label><span>${say('campaigns.ends')}</span><input type="date" name="ends" value="${was('ends')}"></label>
<label><span>${say('campaigns.topics')}</span><select name="topics" multiple size="8" required>${catalogue.topics.map(
    ({ id, name }) =>
      html`<option value="${id}"${[tried.topics].flat().includes(id) && html` selected`}>${name}</option>`,
  )}</select></label>
${choice('audience', AUDIENCES)}
${choice('channel', CHANNELS)}
<label><span>${say('campaigns.address')}</span><input type="url" name="link" value="${was('link')}"></label>
<button>${say('campaigns.save')}</button>
</form></details></section>`
}
