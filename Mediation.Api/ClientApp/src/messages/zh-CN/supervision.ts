/** What those above do: sponsors, cards, meetings, books. */
export default {
  oversight: {
    tab: { major: '领导包案', cards: '督办', meetings: '分析研判会', books: '台账' },
    card: '领导包案与督办', sponsorship: '领导包案', cards: '督办', requests: '延期申请', listings: '挂牌督办', visits: '走访、接访记录', noLedger: '不在重大矛盾纠纷台账和信访积案台账上。',
    marked: '{day} 列入：{reason}', cleared: '已于 {day} 销号，证明材料 {n} 份。', clearanceNeeds: '销号还差：{list}', mayClear: '可以销号', clearedOn: '{day} 已销号', clearance: '销号', onLedger: '在册', isCleared: '已销号',
    cardLine: '{from} → {to}，{on} 发出，{due} 前回复', replyLate: '回复超期', replied: '{day} 回复：{text}', cancelled: '{day} 取消：{reason}', replaced: '{day} 已改发更高级别的督办', asked: '{day} 申请“{clock}”延长 {n} 个工作日：{reason}',
    waiting: '待审批', granted: '批准', refused: '不批准', wasGranted: '{day} 批准 {n} 个工作日，延至 {until}。', wasRefused: '{day} 不批准。', listed: '{tier}级挂牌，{day} 公布', lifted: '{day} 摘牌：{reason}', listedAs: '挂牌 {number}',
    notNow: '现在不能“{step}”：情况已经变化，或者由别的单位办理', done: '已完成：{step}（{subject}）', ledger: '台账', gap: '缺什么', anyGap: '缺任何一项', ratio: '领导包案落实率 {share}', sum: '缺包抓领导 {withoutLeader}，缺责任单位 {withoutUnit}，缺责任人 {withoutPerson}；重大 {major} 件，信访积案 {longPetitions} 件',
    unitAndPerson: '责任单位、责任人', progress: '进展', since: '{day} 起', until: '{day} 前', noMajor: '没有符合条件的重大矛盾纠纷、信访积案',
    cardState: { standing: '在督办', unanswered: '待回复', late: '回复超期', answered: '已回复', cancelled: '含已取消' }, cardSum: '在督办：普通 {ordinary}，黄牌 {yellow}，红牌 {red}；待回复 {unanswered}，其中超期 {late}', toDesk: '督办单位', reply: '回复', noCards: '没有符合条件的督办',
    note: '包案和督办提醒', cardsForUs: '{n} 张督办等本单位回复', lateForUs: '其中 {n} 张已超期', answerThem: '去回复', incomplete: '还有 {n} 件没有配齐包抓领导、责任单位、责任人', allComplete: '都已配齐', seeAll: '查看台账', lacking: '没有配齐的',
    book: '哪本台账', look: '查看', emptyBook: '台账里没有符合条件的纠纷', file: { xlsx: '台账（Excel）', csv: '数据（CSV）' },
  },
  meeting: {
    open: '召开分析研判会', openText: '{name}的会议。议程按现在的数据生成，上次没有落实的决定排在最前。', heldOn: '会议日期', on: '{day} 会议', of: '{name} {day} 分析研判会', centre: '会议单位', host: '主持人', hostHint: '姓名和职务', place: '地点', back: '返回会议列表', minutes: '会议纪要（Word）',
    line: '主持：{host}　地点：{place}　研判 {from} 至 {to} 的情况', concluded: '已形成纪要', notConcluded: '未形成纪要', none: '还没有开过分析研判会', waits: '等{name}形成纪要。', decisions: '议定事项', unfinished: '未落实',
    carried: '上次会议决定落实情况', nothingCarried: '上次会议的决定都已落实。', decidedOn: '议定日期', decision: '事项', dueOn: '完成期限', done: '落实', isDone: '{day} 已落实', notDone: '未落实', complete: '登记落实', completeNamed: '登记落实：{decision}', completeOne: '登记落实情况', doneNote: '怎样落实的', doneOn: '落实日期', completed: '已登记落实情况',
    hiddenMatter: '不在本辖区', wholeArea: '全辖区', noDecisions: '没有议定事项。', figures: '本期矛盾纠纷情况', days: '{from} 至 {to}', figure: { received: '新登记', ended: '办结', open: '未办结', late: '其中超期', newOnLedger: '新列入台账', cleared: '销号', standingCards: '在督办' },
    byType: '类型', byLevel: '风险等级', byArea: '地区', hotSpots: '热点地区', hotSpot: '{name} {n} 件', matters: '重大矛盾纠纷和信访积案', noMatters: '台账上没有纠纷。', people: '涉及 {n} 人',
    conclude: '形成纪要', ahead: '会议在 {day} 召开，开会后才能形成纪要。', attendance: '出席情况', present: '出席', absent: '缺席', personNo: '第 {n} 人', name: '姓名', post: '职务', isPresent: '到会', addPerson: '添加一人', removePerson: '删除第 {n} 人',
    forecast: '形势研判', summary: '其他（会议小结）', decisionNo: '第 {n} 项', addDecision: '添加一项', removeDecision: '删除第 {n} 项', concludeText: '纪要形成后不能再改；各项决定以后可以登记落实情况。', doConclude: '形成纪要', concludedNow: '已形成纪要',
  },
}
