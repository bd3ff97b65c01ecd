/** Return A of the justice bureau, indicators, subsidies, and exports that are written in the background. */
export default {
  reporting: {
    tab: { returns: '司法统计报送', justice: '司法统计表', indicators: '考核指标', subsidies: '以案定补', exports: '导出任务' },
    item: {
      1: '调解案件总数', 2: '涉及当事人数', 3: '调解成功', 4: '疑难复杂案件', 5: '协议涉及金额（万元）', 6: '村调委会', 7: '居调委会', 8: '乡镇调委会', 9: '街道调委会', 10: '企事业单位调委会', 11: '社会团体和其他组织调委会',
      12: '主动调解', 13: '依申请调解', 14: '接受委托移送调解', 15: '法院移送', 16: '检察院移送', 17: '公安机关移送', 18: '信访部门移送', 19: '其他部门移送', 38: '口头协议', 39: '书面协议', 40: '已履行', 41: '申请司法确认', 42: '司法确认有效',
    },
    group: { total: '总况', kind: '调委会类别', source: '案件来源', type: '纠纷类型', form: '协议与履行' },
    now: '本期', before: '本年以前各期', year: '本年累计',
    returnOf: '{name} {month} 人民调解案件情况统计表', justiceOf: '{name} {period} 人民调解案件情况统计表', back: '返回司法统计报送', chase: '各单位司法统计报送情况',
    cutOff: '封存截止日 {cutOff}（遇休息日不顺延）', explain: '案件按结案月份统计，成功、不成功都计；已封存的月份不再改变，以后的变动列入更正栏。季度、半年、全年只由已封存的月份汇总。', remind: '区级由司法局审核、封存。',
    drill: '{number} {label}', drillCorrection: '{number} {label}（更正）', drillHint: '点数字查看案件', xlsx: '统计表（Excel）',
    indicator: {
      name: '指标', formula: '计算公式', numerator: '分子', denominator: '分母', percent: '结果（%）', notScored: '不计分', explain: '分母为 0 的不计分；率四舍五入保留两位小数。点分母查看纠纷。', slogan: '小事不出村、难事不出镇、大事不出区', of: '{n} / {d}', drill: '{name}：{n} / {d}', part: '分子 {n}，分母 {d}',
      none: '这个期间没有数据', roundsAt: '排查零报告在“排查”中查看', toRounds: '查看排查报送',
    },
    subsidy: {
      explain: '办结已列入封存月报、协议已履行、卷宗齐全的案件，每件只补贴一次。', empty: '这个月封存的月报里没有办结的纠纷', matter: '纠纷', unit: '调委会', mediator: '调解员', kind: '档次', amount: '金额（元）', state: '发放', due: '应发', notDue: '不发：{why}', paidAt: '已发 {at}，{by}', pay: '登记发放', payOne: '登记发放：{name}', payText: '金额 {amount} 元（{kind}）。登记后不能更改，同一件纠纷不再发放。', done: '已登记发放 {amount} 元', note: '说明', noteHint: '如批次、凭证号，可不填',
      alike: '同样当事人、同一周的纠纷 {n} 件，请核对', alikeOne: '第{n}件', sum: '本页应发 {due} 元，已发 {paid} 元', type: '{type}（{area}）',
    },
    export: {
      ask: '新建导出', asked: '已提交，后台生成中', toJobs: '查看导出任务', title: '导出到文件', explain: '文件在后台生成，截止时间为提交的时刻：此后登记的不在内，此后有变动的在末列注明。当事人姓名脱敏。谁、何时、为何导出记入访问日志，供审计。', mine: '只列出您自己的导出；别人看不到您的文件。', empty: '还没有导出任务',
      kind: '内容', format: '格式', state: '进度', reason: '导出理由', cutOff: '截止时间', file: '文件', fetch: '下载', expires: '保存到 {at}', expired: '保存期已过', failed: '没有完成：{why}', progress: '{done} / {total}', progressOf: '{name}的进度', size: '{n} KB', period: '期间', book: '台账', cleared: '已销号的', filters: '筛选条件与台账页面相同', doAsk: '提交', button: '导出', updated: '导出已完成：{name}', refused: '导出没有完成：{name}', searched: '含关键词',
    },
    log: { job: '提交导出（{what}，{format}，{area}）：{reason}', download: '下载导出文件（{what}，{format}）{name}：{reason}', justice: '{period} 司法统计表（{format}）：{reason}' },
  },
}
