/**
 * Forms a question may have, and who asks, by the words that give them away in a folded text. The words themselves are too common to tell what a question is about, and
 * yet `how much`, `may I` and `when` of the same thing are three entries.
 */
const FORMS: Record<string, RegExp> = {
  amount:
    /多少|几多|几钱|多钱|几个点|百分之|how much|what amount|how high|what rate|percent|what(?:'s| is| was| are| were) the [a-z -]{0,30}\b(?:limit|rate|cap|threshold|quota|allowance|maximum|tax|duty)s?\b/u,
  count: /几(?:个|件|瓶|罐|盒|条|次|种|台|只|箱|份|家|类|座)|how many|number of/u,
  duration: /多久|多长时间|几天|几个月|几年|多少天|几日|how long|how soon|within how/u,
  time: /什么时候|何时|几时|啥时|哪[1一]?[天年]|几号|几月|\bwhen\b|what date|which year|which day|deadline/u,
  reason: /为什么|为啥|为何|点解|怎么会|咋回事|怎么回事|\bwhy\b|how come|reason/u,
  place: /哪里|哪儿|在哪|去哪|边度|哪查|\bwhere\b|which (?:site|page|place|office)/u,
  person: /谁|边个|哪个部门|找哪|\bwho(?:m|se)?\b|which (?:authority|department)/u,
  choice: /哪个|哪些|哪种|哪[1一]|哪几|\bwhich\b|what kind|what type/u,
  way: /怎么(?!会|回事)|怎样|如何|咋(?!回)|点样|步骤|流程|手续|how (?:do|does|can|to|should|is|are)\b|steps|procedure/u,
  meaning:
    /是什么|什么意思|啥意思|啥是|什么叫|是指|含义|what (?:is|are|does)\b(?! the)|meaning|\bmean\b|stand for|explain/u,
  permission:
    /能不能|可不可以|能[^，。？?]{0,12}吗|可以[^，。？?]{0,12}[吗么不]|行不行|行吗|准不准|允许|得唔得|可唔可以|合法|违法|犯法|\bmay\b|\bcan (?:i|we|you|my|a|the|it|they)\b|allowed|legal|permitted|is it ok|okay/u,
  duty: /要不要|需不需要|必须|需要[^，。？?]{0,10}吗|用不用|要[^，。？?]{0,10}吗|要交|\bmust\b|need to|do i (?:have|need)|required|have to|mandatory/u,
  consequence:
    /会怎么样|会怎样|后果|怎么办|点算|咋办|会不会|what happens|what if|consequence|will (?:i|it|they|customs)\b/u,
  difference: /区别|不同|对比|比较|还是|difference|versus|\bvs\b|compare|\bor\b/u,
  truth:
    /是不是|算不算|是否|算[^，。？?]{0,8}吗|是[^，。？?]{0,12}[吗么]|\bis (?:it|the|a|there|this)\b|does .{0,20} count/u,
  'as-person': /我(?!们|司)|\b(?:i|my|me)\b/u,
  'as-company': /我们|我司|公司|企业|单位(?![价成])|法人|商家|卖家|\b(?:we|our|us|company|seller|merchant)\b/u,
}

const ALL = Object.entries(FORMS)

/** The forms of a folded text, in a fixed order. */
export function formsOf(folded: string): string[] {
  const forms: string[] = []
  for (const [form, words] of ALL) if (words.test(folded)) forms.push(form)
  return forms
}
