import type { Day } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import { FILTER_NAMES, FILTER_VALUES, type Selection, toQuery } from '../filters.ts'
import { valueName } from '../reports/names.ts'
import type { Say } from '../reports/report.ts'
import { lastWholeWeek, mondayOf, sundayOf, weeksUntil } from '../weeks.ts'
import { filtersInWords, periodInWords, weeksInWords } from './words.ts'

/** Periods offered with one click, in weeks. */
const OFFERED = [1, 4, 13, 52]

/** What is shown, and the form that shows something else. All of it stands in the address. */
export function filterForm({
  selection,
  path,
  today,
  locale,
  say,
}: {
  selection: Selection
  path: string
  today: Day
  locale: Locale
  say: Say
}): Html {
  const { weeks, filters } = selection
  const last = lastWholeWeek(today)
  return html`<section class="view" aria-label="${say('insights.view')}">
<p class="period"><strong>${periodInWords(locale, say, weeks)}</strong> <span>(${weeksInWords(say, weeks.length)})</span> ${filtersInWords(say, filters)}</p>
<details><summary>${say('insights.choose')}</summary>
<form method="get" action="${path}">
<input type="hidden" name="locale" value="${locale}">
<label><span>${say('insights.from')}</span><input type="date" name="from" value="${mondayOf(weeks[0] ?? '')}" max="${sundayOf(last)}"></label>
<label><span>${say('insights.to')}</span><input type="date" name="to" value="${sundayOf(weeks.at(-1) ?? '')}" max="${sundayOf(last)}"></label>
${FILTER_NAMES.map(
  (name) =>
    html`<label><span>${say(`insights.filter.${name}`)}</span><select name="${name}"><option value="">${say('insights.all')}</option>${FILTER_VALUES[
      name
    ].map(
      (value) =>
        html`<option value="${value}"${filters[name] === value && html` selected`}>${valueName(say, name, value)}</option>`,
    )}</select></label>`,
)}
<button>${say('insights.show')}</button>
</form>
<p class="offered">${say('insights.offered')} ${OFFERED.map((count) => {
    const query = toQuery({ weeks: weeksUntil(last, count), filters }, locale)
    return html`<a href="${path}?${query}">${weeksInWords(say, count)}</a> `
  })}</p>
<p class="note">${say('insights.whole-weeks')}</p>
</details>
</section>`
}
