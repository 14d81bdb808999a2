import { rememberingLast } from '../core/remembered.ts'

/** Greetings, thanks and the ways of beginning a question, which say nothing about it. */
const COURTESIES =
  /(?:^|(?<=[，,。.!！?？~\s]))(?:你好|您好|哈喽|嗨|大家好|各位好?|亲|亲爱的|客服(?:小姐姐|你好)?|老师(?:好)?|早上好|下午好|晚上好|在吗|打扰(?:一?下|了)|不好意思|抱歉|劳驾|麻烦(?:你|您)?(?:了|问一?下|看一?下)?|请问(?:一下)?(?:下)?|请教(?:一下|下)?|想?问(?:一?下|下)|我想(?:问|知道|了解|请教|咨询)(?:一?下|下)?|想(?:知道|了解|请教|咨询)(?:一?下|下)?|咨询(?:一?下|下)?|求助|求问|急|在线等|谢谢(?:你|您|啦|了)?|多谢|感谢|辛苦了?|拜托了?|唔该|想问下|hi|hello|hey|dear (?:sir|madam|team|all)|good (?:morning|afternoon|evening)|excuse me|sorry to bother(?: you)?|please|pls|plz|kindly|thanks(?: a lot| in advance| so much)?|thank you(?: so much| very much| in advance)?|thx|cheers|(?:i )?(?:just )?(?:wonder(?:ing)?|was wondering)(?: if you could tell me)?|i(?:'d| would) (?:like|love) to (?:know|ask)|i want to (?:know|ask)|i have a (?:quick )?question|quick question|(?:can|could|would) you (?:please |kindly )?(?:tell|explain to|let) me(?: know)?|do you know|may i ask|let me ask|tell me|help me understand)(?=$|[，,。.!！?？~:：\s\p{Script=Han}])[，,。.!！?？~:：\s]*/giu
/** The present is meant where no other time is named. */
const NOW =
  /现在(?!起|开始)|目前|当前|如今|\b(?:right now|now|currently|at the moment|at present|these days|nowadays)\b/giu
/** Sounds of speech. */
const SOUNDS =
  /(?:^|(?<=[，,。.!！?？~\s]))(?:那个|就是|嗯+|呃+|额(?=[，,\s])|啊+|哦+|诶|哎|话说|um+|uh+|er+|well|so|like|ok(?:ay)?|you know)[，,\s]+/giu
/** Particles and signs at the end. */
const TAIL = /(?:呀|啊|哈|哦|呢|嘛|咧|啦|吖|喔|哟|~|～|\p{Extended_Pictographic}|\ufe0f|\s|[.。…!！])+$/gu

/** Texts whose essence is remembered: boundaries, intents and the search each want that of the same message. */
const MOST_REMEMBERED = 4

/**
 * A text without what is only courtesy: greetings, thanks, "I would like to know", sounds, emoji, and words for the present. What is left is searched; the text as typed when nothing is left.
 */
export const essence = rememberingLast(MOST_REMEMBERED, (text) => text, essenceAfresh)

function essenceAfresh(text: string): string {
  let bare = text.replace(/(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+/gu, ' ')
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare.replace(COURTESIES, ' ').replace(SOUNDS, ' ').replace(TAIL, '').trim()
  }
  bare = bare.replace(NOW, ' ').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text
}
