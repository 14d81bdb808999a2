import { answersIn, chosen } from '../advisors/answers-in.ts'
import { chooseMode } from '../advisors/choose-mode.ts'
import type { Answers, Decision } from '../advisors/decision.ts'
import { exportTaxPosition } from '../advisors/export-tax-position.ts'
import type { TreeId } from '../core/answer.ts'
import type { Day } from '../core/day.ts'
import type { DecisionTree, TreeQuestion } from '../core/decision-tree.ts'
import type { TopicId } from '../core/topic.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { fold } from '../search/fold.ts'
import type { Guidance } from './guide.ts'
import type { Understanding } from './understanding.ts'

/** A decision tree on its way. */
export type TreeSoFar = {
  kind: 'tree'
  tree: TreeId
  answers: Answers
  /** The day whose rules were asked about at the start. */
  on: Day
  tries: number
  /** What the buttons of the last question say. */
  shown?: string[] | undefined
}

/** Whoever asks for a code and describes the business gives answers of the tree without asking for help. */
const ASKS_CODE =
  /(?:用|选|走|报|填|写|适用|属于|算)?(?:哪[个种1一]|什么|啥|边个|乜)(?:海关)?(?:监管方式|监管代码|监管模式|贸易方式|方式代码|代码|模式)|(?:监管方式|监管代码|贸易方式|海关代码|申报代码|代码)[^，。？?]{0,6}(?:哪[个种1一]|什么|啥)|(?:which|what) (?:customs |supervision )?(?:code|mode)\b/u
/** Questions left at most where a message has described so much of the business that asking for the rest is worth it. */
const LITTLE_LEFT = 3

type Walk = (tree: DecisionTree, answers: Answers, on: Day) => Decision

const TREES: Record<TreeId, { topic: TopicId; walk: Walk; of: (knowledge: Knowledge) => DecisionTree; asked: RegExp }> =
  {
    'choose-mode': {
      topic: 'mode.choose',
      walk: chooseMode,
      of: ({ modes }) => modes,
      asked:
        /(?:我|我们|咱们?|公司|帮忙)[^。？?]{0,20}(?:用|选|走|报|适合)(?:哪|什么|啥)[^，。？?]{0,5}(?:监管方式|监管代码|监管模式|模式)|(?:帮我|帮忙|给我|替我)[^，。？?]{0,4}(?:选|挑|定|判断)[^，。？?]{0,8}(?:监管方式|监管代码|模式)|which (?:\w+ ){0,2}(?:mode|supervision code|customs code) (?:should|do|must|can) (?:i|we)\b|which (?:\w+ ){0,2}(?:mode|supervision code) (?:fits|suits|is right for) (?:me|us|my|our)|help (?:me|us) (?:to )?(?:choose|pick|find|decide on)[^.?]{0,30}(?:mode|code)\b/u,
    },
    'export-tax-position': {
      topic: 'export.exemption',
      walk: exportTaxPosition,
      of: ({ exportTaxPositions }) => exportTaxPositions,
      asked:
        /出口(?:货物)?的?(?:税收|税务|增值税)(?:待遇|处理)?(?:该|应该)?(?:怎么|如何)(?:定|办|判断|处理)|(?:我|我们|这批货)[^。？?]{0,16}(?:退税还是免税|免税还是退税|退税还是征税|能退还是能免|该退还是该免)|(?:refund or (?:an? |the )?exemption|exemption or (?:an? |the )?refund|refund, exemption or)[^.?]{0,30}\b(?:my|our)\b|\b(?:i|we)\b[^.?]{0,20}(?:refund or (?:an? )?exemption|exemption or (?:a )?refund)|how (?:are|will|is) (?:my|our) exports? (?:be )?taxed|(?:my|our) export tax (?:position|status)/u,
    },
  }

/** Whoever asks back does not choose. */
const ASKS = /[?？]|吗|呢$|什么|多少|怎么|为啥|为什么|哪里|\b(?:what|how|why|which|where|when)\b/u
/** Longer messages are no answers to a question with choices. */
const LONGEST = 60

/** The tree of an id. */
export const treeOf = (id: TreeId, knowledge: Knowledge): DecisionTree => TREES[id].of(knowledge)

/** Starts a tree where somebody clearly asks for help in choosing, with what the message says already. */
export function adviseTree(text: string, on: Day, { knowledge }: Understanding): Guidance | undefined {
  const folded = fold(text)
  const [asked] = (Object.keys(TREES) as TreeId[]).filter((one) => TREES[one].asked.test(folded))
  const id = asked ?? (ASKS_CODE.test(folded) ? 'choose-mode' : undefined)
  if (id === undefined) return undefined
  const answers = answersIn(treeOf(id, knowledge), folded)
  if (asked === undefined) {
    const decision = TREES[id].walk(treeOf(id, knowledge), answers, on)
    if (decision.kind === 'ask' && decision.left > LITTLE_LEFT) return undefined
  }
  return follow({ kind: 'tree', tree: id, answers, on, tries: 0 }, knowledge)
}

/** The next step, when the message answers the question that was put: by its number, its button, or in words. */
export function goOnTree(soFar: TreeSoFar, text: string, { knowledge }: Understanding): Guidance | undefined {
  const question = standing(soFar, knowledge)
  if (!question) return undefined
  const pressed = question.choices[soFar.shown?.indexOf(text) ?? -1]?.id
  const tree = treeOf(soFar.tree, knowledge)
  const wordy = text.length > LONGEST || ASKS.test(fold(text))
  const choice = pressed ?? (wordy ? undefined : (chosen(question, text) ?? chosen(question, fold(text))))
  if (choice === undefined) return undefined
  const besides = pressed === undefined ? answersIn(tree, fold(text)) : {}
  const answers = { ...besides, ...soFar.answers, [question.id]: choice }
  return follow({ kind: 'tree', tree: soFar.tree, answers, on: soFar.on, tries: 0 }, knowledge)
}

/** The question put once more, to whoever did not choose. */
export function askAgain(soFar: TreeSoFar, { knowledge }: Understanding): Guidance {
  return follow({ ...soFar, tries: soFar.tries + 1 }, knowledge)
}

function standing({ tree, answers, on }: TreeSoFar, knowledge: Knowledge): TreeQuestion | undefined {
  const decision = TREES[tree].walk(treeOf(tree, knowledge), answers, on)
  return decision.kind === 'ask' ? decision.question : undefined
}

function follow(soFar: TreeSoFar, knowledge: Knowledge): Guidance {
  const { tree, answers, on } = soFar
  const { topic, walk, of } = TREES[tree]
  const decision = walk(of(knowledge), answers, on)
  const rule = `tree: ${tree}`
  if (decision.kind === 'ask')
    return {
      rule,
      answer: { outcome: 'asked', topic, tree, question: decision.question.id, left: decision.left },
      pending: soFar,
      on,
    }
  return { rule, answer: { outcome: 'answered', topic, tree, checklist: decision.outcome.id }, on }
}
