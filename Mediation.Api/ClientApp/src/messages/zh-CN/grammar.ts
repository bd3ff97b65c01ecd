/** What the rules must know of Chinese writing itself; the same in every language of the screen. */

/** Surnames of two characters that are still in use. */
export const compoundSurnames = new Set((
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 '
  + '子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 公输 耶律 完颜 纳兰 贺兰 '
  + '叶赫 那拉 爱新').split(' '))

/** Words with which the name of a place ends. */
export const placeWords = /村|社区|街道|镇|乡/g

/** A与B邻里纠纷: what a ledger calls a matter that was given no name. */
export const subjectOf = (one: string, other: string, type: string): string => `${one}与${other}${type}`
export const unknownName = '不详'
/** The subject with a name in the place where it was unknown; the same when somebody named the matter otherwise. */
export function renamed(subject: string, side: string, name: string): string {
  if (side === 'Applicant' && subject.startsWith(`${unknownName}与`)) return name + subject.slice(unknownName.length)
  return side === 'Respondent' ? subject.replace(`与${unknownName}`, `与${name}`) : subject
}
export const emergencySubject = (danger: string): string => `紧急情况：${danger}`

const digits = '零壹贰叁肆伍陆柒捌玖'
const sections = ['', '万', '亿', '万亿']
const places = ['', '拾', '佰', '仟']

function sectionInWords(part: number): string {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10
    if (digit === 0) gap = words !== ''
    else {
      words += (gap ? '零' : '') + digits[digit] + places[place]
      gap = false
    }
  }
  return words
}

function wholeInWords(whole: number): string {
  let words = ''
  let gap = false
  for (let section = 3; section >= 0; section--) {
    const part = Math.floor(whole / 10_000 ** section) % 10_000
    if (part === 0) {
      gap = words !== ''
      continue
    }
    if (words !== '' && (gap || part < 1000)) words += '零'
    words += sectionInWords(part) + sections[section]
    gap = false
  }
  return words
}

/** Amounts as agreements write them, in words. */
export function amountInWords(yuan: number): string {
  const fen = Math.round(yuan * 100)
  const whole = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const rest = fen % 10
  let words = '人民币'
  if (whole > 0 || fen === 0) words += `${whole === 0 ? '零' : wholeInWords(whole)}元`
  if (fen % 100 === 0) return `${words}整`
  if (jiao > 0) words += `${digits[jiao]}角`
  else if (whole > 0) words += '零'
  return words + (rest > 0 ? `${digits[rest]}分` : '')
}

export const amountInFigures = (yuan: number): string =>
  `${yuan.toLocaleString('en-US', Number.isInteger(yuan) ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 })}元`

/** 2026年11月3日 */
export function chineseDay(date: string | null | undefined): string | null {
  if (!date) return null
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
