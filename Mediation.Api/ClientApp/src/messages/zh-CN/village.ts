import steps from './villageSteps'

/** The village tablet: the day's work, registering, the steps of a matter. */
export default {
  village: {
    nav: { home: '首页', register: '登记', disputes: '我的纠纷', screening: '排查报告', month: '月报表' },
    register: '登记纠纷', startAgain: '清空重填', addParty: '添加一方', stillNeeds: '还差：{list}', listComma: '、', draftKept: '草稿已存在本机', notKept: '没有存上：{why}',
    whatType: '什么纠纷？', hardToSay: '说不清', moreTypes: '更多类型', partyA: '甲方（提出的一方）', partyB: '乙方（另一方）',
    name: '姓名', organisationName: '单位名称', describe: '怎么认出这个人', describeHint: '例如：穿红衣的中年男子、开货车的司机', moreOfParty: '电话、证件等', canWait: '可以以后再填',
    kind: '个人还是单位', phone: '电话', phoneOdd: '号码看着不像电话，照样保存', idNumber: '身份证号', organisationCode: '统一社会信用代码', address: '住址', household: '户籍或常住村（社区）', capacity: '年龄与行为能力',
    protected: '需要保护：电话住址不让对方看到', formSerial: '纸质表单号', formSerialHint: '用了预先编号的纸质登记单才填',
    idFault: { length: '不是 18 位，按“未核验”保存', characters: '有不该出现的字符，按“未核验”保存', region: '地区码不存在，按“未核验”保存', 'birth-date': '出生日期不对，按“未核验”保存', 'check-digit': '校验码不对，请再看一眼证件；按“未核验”保存' },
    safetyQuestion: '现场有没有危险？', noDanger: '没有危险', dangerHint: '有危险先保证人身安全，必要时先报警：', call110: '拨打 110',
    outcome: {
      title: '现在怎么办？', spot: '当场化解了', spotHint: '双方说好了，一次办结', mediate: '需要调解', mediateHint: '登记下来，择日或马上调解', up: '报到镇里', upHint: '村里办不了或当事人要求', only: '只登记', onlyHint: '先记下来，以后再定',
    },
    spot: { agreed: '双方怎么说好的？', ownWords: '也可以自己写', done: '说好的事做了没有？', Immediate: '当场做完、付清', Continuing: '以后一直照做', sheet: '用了纸质登记单' },
    voice: {
      title: '口述录音', agreed: '双方都同意录音', start: '开始录音', again: '重新录音', stop: '停止（{seconds} 秒）', listen: '试听录音', refused: '没有麦克风，或没有允许使用', terms: '协议内容见当场录音。', name: '当场协议录音',
    },
    up: { why: '为什么报到{desk}？', note: '补充说明（可不填）' },
    routing: {
      title: '归谁办', later: '选好类型、回答安全问题后显示', here: '留在本村，由您调解。', up: '按规则报{desk}办理。', organ: '这件事归主管机关，调委会不能调解；先登记，再移送。', why: '为什么',
      offer: '也可以：', version: '规则版本 {version}', keep: '仍然留在本村调解', keepWhy: '为什么留在本村？',
    },
    details: { title: '其他内容（已按默认填好）', summary: '事情经过', place: '具体地点', area: '发生在哪个村（社区）', occurredOn: '发生日期', channel: '怎么知道的', source: '来源', referredBy: '谁移送的', amount: '涉及金额（元）', people: '涉及人数' },
    lack: {
      type: '类型', typeHint: '请点一个类型，不清楚就点“说不清”', party: '姓名或不详', partyHint: '写姓名，或勾“不详”', safety: '安全问题', safetyHint: '请点“没有危险”或点出危险', outcome: '怎么办', outcomeHint: '请选一项',
      bothNames: '双方姓名', bothNamesHint: '当场化解要有双方的姓名', writing: '书面协议', writingHint: '这类纠纷依法要有书面协议，请选“需要调解”', terms: '怎么说好的', termsHint: '请点一句、写一句或录音',
      performance: '做了没有', performanceHint: '请选一项', upReason: '上报原因', upReasonHint: '请选一项', keepReason: '留在本村的理由', keepReasonHint: '请选一句',
    },
    ...steps,
  },
}
