/** The monthly report's way up: the list of those who report, one report, opening figures, longer periods. */
export default {
  filing: {
    tab: { filings: '报送', openings: '期初', periods: '同比环比' },
    chase: '各单位报送情况', sum: '未开表 {notOpened}，办理中 {underWay}，已报送 {submitted}', cutOff: '封存截止日 {cutOff}（遇休息日不顺延），{remindOn} 自动催报',
    unit: '填报单位', state: '进度', late: '已过截止日', nil: '零报告', reminders: '催报记录', byClock: '系统', notOpened: '未开表', notIn: '未报送', noneFits: '没有符合条件的单位', noUnits: '这个月没有应报的单位',
    open: '开表', look: '查看', remind: '催报', remindOne: '催报：{name}', reminded: '已催报：{name}', noteHint: '不写当事人姓名', back: '返回报送列表',
    month: '{name} {month} 月报', done: '已完成：{act}', stale: '别人刚刚办过这张报表，下面是最新内容，请看后再办。', reload: '刷新',
    how: '办理情况', preparer: '制表人', reviewer: '审核人', submitter: '报送人', sealer: '封存人', sealText: '用印', cutOffDay: '封存截止日', organisation: '填报机构', parent: '上级报表', toParent: '已汇总，查看上级报表', returned: '退回理由：{reason}',
    steps: '办理经过', below: '下级报送情况', belowUnit: '下级单位', submittedAt: '报送时间', taken: '汇总', isTaken: '已收入', isMissing: '未收入', missing: '还有 {n} 个下级单位没有收入本表', allIn: '下级都已收入',
    actOne: '{act}：{name}', remark: '说明', remarkHint: '可不填，不写当事人姓名', sayNil: '本月没有新排查、没有调处，签报零报告', nilHint: '有数字的月份不能报零报告', sealHint: '不填则为填报机构名称', sealWarn: '封存后数字不再改变，以后补报的列入下一个月的更正栏。', submitWarn: '报送后不能再改，要改须由上级退回。',
    missingAtSeal: '这些单位没有报送，其数字以后列入下一个月的更正栏：{names}', failed: '{n} 项校验未通过，这一步不能办',
    correction: '更正', opening: '期初', expand: '展开更正、期初各栏', explain: '更正：已封存月份的迟到变动，不计入本月。期初：本系统启用前的纸质数字，不与统计数相加。', ofCorrection: '更正 · {column}', ofOpening: '期初 · {column}',
    drillCount: '合计 {count}，列出 {n} 条', belongs: '属于 {month} 月', change: '变动 {change}', campaigns: '查看排查活动',
    narrative: '文字部分', editNarrative: '修改文字', noNarrative: '还没有填写文字；件数、占比、集中类型由系统填入 Word 文件', hotSpots: '热点难点', forecast: '趋势研判', measures: '工作措施', measuresHint: '一行一条，最多 20 条，每条不超过 1000 字', manyMeasures: '最多 20 条，每条不超过 1000 字', noNames: '不写当事人姓名', checkedAgain: '已审核的报表改动文字后须重新审核。', saved: '文字已保存',
    export: '导出', exportOne: '导出：{name}', exportText: '导出的人、时间和理由记入访问日志，供审计。', exportReason: '导出理由', exportFirst: '填写理由后可以下载', xlsx: '官方报表（Excel）', docx: '文字报告（Word）', csv: '数据（CSV）',
    openings: {
      explain: '期初是本系统启用前纸质月报的数字，每个单位每月录入并签署一次，之后不再改变。', sign: '录入期初', year: '年份', empty: '这一年没有签署过期初', cells: '有数的格', signedBy: '签署人', signedAt: '签署时间', look: '{name} {month} 期初', figures: '期初数字',
      entry: '录入期初', howTo: '按纸质月报逐格录入，空着的为 0；率由系统计算，不用录入。', source: '数字来源', sourceHint: '如纸质月报的编号、存放处', checked: '已与纸质月报核对，知道签署后不能更改', mustCheck: '请先核对并勾选', doSign: '签署期初', done: '已签署：{month}，可以接着录入下一个月', whole: '请填 0 或正整数', cell: '第{row}行 {label} · {column}', back: '返回期初列表', allZero: '一个数字也没有填，将按全为 0 签署',
    },
    period: {
      length: '期间', of: { month: '月', quarter: '季度', half: '半年', year: '全年' }, year: '年份', part: '第几', nth: { month: '{n}月', quarter: '第{n}季度', half1: '上半年', half2: '下半年' },
      sealed: '由已封存的月报汇总', counted: '尚未封存，按现在的数统计', table: '{name} {period}', previous: '上期 {period}', lastYear: '去年同期 {period}', change: '增减（%）', explain: '季度、半年、全年只由已封存的月份汇总；没有可比的数，增减不计算。',
    },
    log: { withReason: '{month} 月报（{format}）：{reason}', plain: '{month} 月报（{format}）' },
  },
}
