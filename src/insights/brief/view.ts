import { type Html, html } from '../../http/html.ts'
import type { Brief, BriefItem } from './brief.ts'
import { type BriefWords, coverageOf, factsOf } from './markdown.ts'

/** The brief as a page. @param links what a reader may do with an item besides */
export function briefView(
  words: BriefWords,
  { markdown, draft }: { markdown: string; draft: (item: BriefItem) => string | undefined },
): Html {
  const { brief, say } = words
  return html`<p class="intro">${say('brief.intro')}</p>
${brief.items.length === 0 && html`<p>${say('brief.empty')}</p>`}
${brief.items.map((item, index) => itemView(item, index, words, draft(item)))}
<section class="block" aria-labelledby="coverage"><h2 id="coverage">${say('brief.coverage')}</h2>
<ul>${coverageOf(words).map((line) => html`<li>${line}</li>`)}</ul></section>
<p class="downloads"><a href="${markdown}" download>${say('brief.download')}</a></p>`
}

const itemView = (item: BriefItem, index: number, words: BriefWords, draft: string | undefined): Html => {
  const { say } = words
  const id = `item-${index + 1}`
  return html`<section class="block" aria-labelledby="${id}">
<h2 id="${id}">${index + 1}. <span class="kind">${say(`brief.kind.${item.kind}`)}</span> ${item.title}</h2>
<dl class="facts">${factsOf(item, words).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${draft !== undefined && html`<p class="downloads"><a href="${draft}">${say('brief.draft')}</a></p>`}
${(['zh-Hans', 'en'] as const).map((language) => copyView(item.copy, language, words))}
</section>`
}

function copyView(
  copy: Brief['items'][number]['copy'],
  language: 'zh-Hans' | 'en',
  { say }: BriefWords,
): Html | undefined {
  const words = copy[language]
  if (words === undefined) return undefined
  return html`<details class="copy"${language === 'zh-Hans' && html` open`}><summary>${say('brief.copy', { language: say(`insights.language.${language}`) })}</summary>
<h3>${say('brief.post')}</h3><blockquote lang="${language}">${words.post}</blockquote>
<h3>${say('brief.notice')}</h3><blockquote lang="${language}">${words.notice}</blockquote>
<h3>${say('brief.card')}</h3><blockquote lang="${language}"><p><strong>${words.card.question}</strong></p><p>${words.card.answer}</p></blockquote>
</details>`
}
