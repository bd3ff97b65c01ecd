/** The day's work and the steps of a matter, in a mediator's words. */
export default {
  home: {
    greeting: '{name}，您好', today: '今天要办的', nothing: '今天没有要办的事。', begun: '有一份没填完的登记，点这里接着填', nilDue: '{month}月排查报告还没有报', monthDue: '{month}月报表还没有报送（{day} 前）', monthReturned: '{month}月报表被退回，请改好再报', campaignDue: '{name}：要报一份排查报告', wasDue: '（应于 {day} 前报）', reminded: '催报：{words}', remindedPlain: '上级已催报', refused: '有 {n} 条没有被接收，请看一看', moreTasks: '还有 {n} 件', all: '我的纠纷（在办 {n} 件）',
    unheard: '有 {n} 件紧急情况还没有送到镇里！', unheardHint: '网络不通，镇里还不知道。请马上打电话报告。', callCentre: '打电话给{centre}：{phone}',
  },
  task: { handover: '移交待接收', late: '已经超期', soon: '快到期限', signatures: '还差签名或盖章', payment: '约定履行的日子', followUp: '该回访了', breach: '没有照做', returned: '被退回，请重新决定', card: '督办等回复' },
  cards: {
    title: '督办与延期', none: '没有督办。', answerBy: '请回复：{when}', reply: '回复：办到哪一步了', send: '送出回复', replied: '回复已送到上级。', ours: '{day} 已回复：', over: '{day} 已取消。', isReplied: '已回复，查看', toReply: '{day} 前回复', fill: '请填写',
    needsNetwork: '没有网络：回复和延期申请要有网络才能送出，写的内容留在本机。', practice: '练习时不能回复督办。', moreTime: '申请延期', clock: '哪个期限', workdays: '要延长几个工作日', why: '为什么来不及', askTime: '送出延期申请', timeAsked: '延期申请已送到上级。', waits: '已申请延长 {n} 个工作日（{day}），等上级审批。',
  },
  due: { over: '超期 {days} 天', today: '今天到期', in: '还有 {days} 天（{date}）' },
  emergency: {
    title: '紧急情况', first: '第一步：先打电话', then: '第二步：点两下，立即报{centre}', what: '发生了什么', more: '写几句情况', who: '当事人（不详可不填）', send: '立即上报', pickFirst: '请先点发生了什么', noPhone: '本机没有{centre}的值班电话，请按平时的号码打。',
  },
  screening: {
    roundTitle: '{name}排查报告', registered: '注意：这个月本单位已登记 {n} 件，不宜报零。', title: '{year}年{month}月排查报告', signedBy: '签报人：{name}', nil: '没有发现矛盾纠纷', signNil: '签报：零报告', some: '发现了矛盾纠纷', found: '发现（件）', onSpot: '其中当场化解（件）', sign: '签报：发现 {n} 件', done: '已签报，存在本机，有网就送出。',
    before: '这个月已报过：发现 {found} 件（{at}）。再报将代替前一份。', why: '为什么重报', needsReason: '请写为什么重报', tooMany: '当场化解的不能多于发现的',
  },
  month: {
    title: '{year}年{month}月报表', cutOff: '应于 {day} 前报送', none: '这个月的报表还没有编制', open: '开始编制', redraft: '重新编制', nil: '零报告', returned: '上级退回：{reason}', waits: '{name}已编制，等另一个人复核；复核后才能报送。', in: '已经报送，您不用再办。',
    fault: '数字对不上（{id}），请先核对纠纷台账。', signNil: '本月没有排查出矛盾纠纷，签报零报告', figures: '情况表', correction: '（更正以前月份 {n}）', stock: '存量', carriedOver: '上期结转', received: '本期新收', resolved: '本期化解', openAtEnd: '期末未结',
    done: '已完成：{act}', practice: '练习时没有报表。',
  },
  list: { search: '搜索', searchHint: '姓名、地点、内容、编号，至少两个字', filter: '显示哪些', open: '在办', mine: '我主持的', late: '超期', unsent: '未送出', closed: '已了结', all: '全部', count: '{n} 件', empty: '没有找到。', more: '显示更多', isLate: '超期' },
  standing: { onDevice: '存在本机，待发送', sending: '正在发送', accepted: '已送达', attention: '没有被接收', forwarded: '已转给现在的承办单位' },
  saved: { spot: '已办结。', mediate: '已登记。', up: '已登记并上报。', only: '已登记。', emergency: '已记录并上报。', step: '已记下。' },
  noNextStep: '现在没有要您办的步骤。', ended: '这件已经了结。', resume: '接着办：{step}', 
  isRelapse: '‹ 这是从前一件的反复', hasRelapse: '后来又闹起来了 ›', looksLike: '可能与这件重复：', relapse: '又闹起来了：登记新的', relapseNote: '这是“{subject}”的反复，作为新纠纷登记并关联。', clocks: '期限', noClock: '现在没有在走的期限。', clocksOver: '已结束的期限（{n}）', corrected: '{field}：“{old}”改为“{new}”', reversed: '撤回的是：{step}', printSpot: '打印登记单', numberPending: '编号待发', dueOn: '期限 {date}', withDesk: '现在在：{desk}', notTaken: '有一步没有被接收：', lookAtIt: '去看看', nextStep: '下一步', moreSteps: '其他步骤、更正', papers: '文书与打印', parties: '当事人', facts: '情况', progress: '办理经过',
  timeline: '时间线', noTimeline: '还没有记录。', readAt: '最近读取 {date}', isProtected: '受保护', toldOn: '{date} 已告知权利义务（{form}）', notTold: '未告知权利义务', receivedOn: '登记日期', responsible: '负责单位', overridden: '没有按规则办，理由：{reason}',
  hostedBy: '{name}主持', sessionLine: '第{n}次（{date}）', effectiveOn: '{date} 生效', notEffective: '还没有生效：差签名或盖章', visitDone: '已履行。', visitOpen: '没有履行完。', notHere: '本机没有这件纠纷。', seeAbove: '上面 {n} 处', laterFields: '其他', filledByDefault: '已按默认填好',
  fieldMissing: '请填：{field}', notYet: '还没有', signedOn: '{name}签署日期', allTold: '各方都已告知。', pickOne: '请选一项', nowStands: '现在写的是：{value}', blank: '（空）', graveAsk: '这一步写进记录后只能用“撤回上一步”改回。确定吗？',
  step: {
    'accept-handover': '接收', 'refuse-handover': '不接收', accept: '受理', spot: '当场化解', session: '记录调解', agreement: '达成协议', complete: '补签名、盖章', performance: '记录履行', 'follow-up': '回访', close: '办结', escalate: '上报',
    investigation: '调查记录', notice: '告知权利义务', stance: '愿意还是拒绝调解', 'risk-report': '记录已报告公安等机关', fail: '调解不成', terminate: '终止调解', withdraw: '撤回申请', suspend: '中止', resume: '恢复调解', reject: '不予受理', refer: '移送主管机关', breach: '记录没有照做',
    guardian: '登记监护人', 'add-party': '添加当事人', reopen: '重新办理', correct: '更正写错的', reverse: '撤回上一步', void: '作废',
  },
  stepHint: {
    'accept-handover': '接收以后由本单位负责。', 'refuse-handover': '退回给送来的单位，写明理由。', accept: '开始调解：告知双方权利义务，确定主持人。', spot: '双方已经说好，一次办结。', session: '谁到场、谈得怎样。', agreement: '口头或书面都有效；口头的也要记下来。', complete: '各方签名、调解员签名和盖章齐了才生效。',
    performance: '谁做到了什么、付了多少。', 'follow-up': '上门或打电话都算，照片不是必须的。', close: '事情办完，了结这一件。', escalate: '送到镇里或更上一级；对方接收前仍由本村负责。', investigation: '问了谁、说了什么。', notice: '口头告知也可以，记下来即可。', stance: '一方明确拒绝，调解就停止。',
    'risk-report': '家庭暴力、侵害未成年人等依法要报告。', fail: '谈不拢：告诉当事人还有哪些路可走。', terminate: '调不下去了：写明原因，告知其他途径。', withdraw: '申请人自己不调了。', suspend: '等鉴定、等人或等裁决。', resume: '可以接着调了。', reject: '依法不能受理：写明原因，告知该找谁。', refer: '归主管机关办，写明送给谁。',
    breach: '说好一直照做的，又没有照做。', guardian: '未成年人等由监护人代为同意。', 'add-party': '还有别的当事人。', reopen: '已办结的重新办理，需双方同意。', correct: '改一处写错的内容；原来写的和改后的都留在记录里。', reverse: '写错了、点错了：撤回最后一步，记录里都看得到。', void: '登记错了、重复了：整件作废，编号保留。',
  },
  field: {
    reason: '原因', note: '补充说明', notices: '怎么告知权利义务', hostId: '主持调解员', on: '日期', phrases: '常用语（可多选）', terms: '协议内容', performance: '做了没有', formSerial: '纸质表单号', attendeeIds: '谁到场', result: '谈得怎样', record: '记录', place: '地点', form: '形式', obligations: '谁该做什么、付多少',
    signatures: '各方签署（纸上）', mediatorSignedOn: '调解员签名日期', sealedOn: '盖章日期', confirmationTold: '已告知可以申请司法确认', waivesClaims: '有人放弃了权利请求', obligationId: '哪一项', amount: '金额（元）', evidence: '凭据', performedOn: '履行日期', by: '方式', performed: '都履行了吗', relapse: '又闹起来了吗', satisfaction: '满意程度',
    interviewee: '被调查人', investigatedOn: '调查日期', partyId: '哪一方', stance: '态度', channels: '告知哪些途径', risk: '哪一种情况', organ: '报告、移送给哪个机关', receiver: '接收人', from: '从哪天起', to: '到哪天', receipt: '回执', breachedOn: '哪天', name: '姓名', relation: '与当事人的关系', opposedInterest: '与被监护人利益冲突吗',
    side: '哪一方', phone: '电话', field: '哪里写错了', new: '应该是',
    accept: { notices: '怎么告知双方权利义务' }, fail: { note: '情况说明' }, correct: { reason: '为什么改' }, reverse: { reason: '为什么撤回' }, void: { reason: '为什么作废' }, reopen: { reason: '为什么重新办理' }, 'add-party': { reason: '为什么添加' },
  },
  option: { satisfaction: { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' } },
  need: { title: '办这一步还缺', name: '{side}（{who}）的姓名', party: '{side}的姓名', told: '怎样告知 {who} 权利义务', guardian: '{who} 的监护人姓名', relation: '监护人与其关系', reason: '办理时补充' },
  duty: { line: '{debtor} 向 {creditor}：{act}', pay: '付款', amountOf: '{amount} 元', done: '已履行', noDay: '没有定日子', debtor: '谁来做', creditor: '对谁', act: '做什么（付款可不写）', amount: '金额（元）', dueOn: '哪天以前', continuing: '以后一直照做', same: '不能自己对自己', add: '添加一项' },
  fact: { type: '纠纷类型', risks: '危险情形', subject: '标题', summary: '事情经过', place: '具体地点', areaCode: '发生的村（社区）', occurredOn: '发生日期', channel: '怎么知道的', amount: '涉及金额', peopleInvolved: '涉及人数', name: '姓名', phone: '电话', idNumber: '证件号码', address: '住址', capacity: '年龄与行为能力' },
  attach: { title: '拍照、扫描、附件', kind: '这是什么', paper: '哪一份文书', agreedBy: '谁同意录音', pick: '拍照或选择文件', kept: '已存在本机 {n} 个，有网就送出。', needsKind: '请先点这是什么', needsFile: '请拍照或选择文件', needsYes: '录音要双方都同意', waiting: '等着发送', sent: '已有的' },
  command: {
    RegisterDispute: '登记', AcceptDispute: '受理', RejectDispute: '不予受理', HoldSession: '调解', ReachAgreement: '达成协议', RecordPerformance: '履行', RecordFollowUp: '回访', SettleOnTheSpot: '当场化解', EscalateDispute: '上报', CorrectDispute: '更正', ReverseStep: '撤回上一步', VoidDispute: '作废',
    CloseDispute: '办结', ReopenDispute: '重新办理', GiveNotice: '告知权利义务', ChangeParties: '变更当事人', AttachFile: '附件', AcceptHandover: '接收', RefuseHandover: '不接收', FailMediation: '调解不成', TerminateMediation: '终止调解', WithdrawApplication: '撤回申请', SuspendMediation: '中止', ResumeMediation: '恢复调解',
    NameGuardian: '登记监护人', RecordInvestigation: '调查', DeclareStance: '表态', ReportRisk: '报告有关机关', ReferOut: '移送', RecordBreach: '没有照做', FileScreeningReturn: '排查报告',
  },
}
