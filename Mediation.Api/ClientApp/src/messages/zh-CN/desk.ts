/** The centre: triage, ledger, overview and monthly report. */
export default {
  desk: {
    choose: '请选择', area: '乡镇街道', village: '村（社区）', wholeArea: '{name}全部', wholeTown: '全镇（街道）', type: '纠纷类型', level: '风险等级', status: '状态', due: '到期日',
    late: '已超期', matter: '纠纷', responsible: '责任单位', actions: '可办事项', holderIs: '现在在：{name}', shownMore: '已显示 {n} 条，还有更多', shownAll: '共 {n} 条',
    nothingFits: '没有符合条件的纠纷，可以放宽筛选条件', received: '受理登记日', parties: '当事人', mediator: '调解员', from: '起', to: '止', tier: '层级', open: '未办结', month: '月份',
    comma: '、', semicolon: '；', aside: '（{text}）', named: '{name}：{text}',
    live: {
      live: '实时更新', polling: '每30秒刷新',
    },
    lane: {
      Waiting: '待接收', Late: '已超期', Red: '红色风险', Unassigned: '未指定调解员', Returned: '被退回',
    },
    triage: {
      lanes: '分类', keys: '快捷键', inQueue: '在列表中查找', searchHint: '姓名、事由、单位', selected: '已选 {n} 件', handOut: '批量分派', clear: '清除选择', pick: '选择',
      pickOne: '选择：{subject}', take: '接收', acceptCase: '受理', accepted: '已接收：{subject}', empty: '这一类现在没有纠纷', emptyAll: '现在没有等您处理的纠纷',
    },
    key: {
      down: '下一件', up: '上一件', open: '打开', accept: '接收或受理', select: '选择或取消选择', handOut: '批量分派所选纠纷', search: '查找', clear: '清除选择', help: '显示快捷键',
    },
    bulk: {
      title: '分派 {n} 件纠纷', how: '交给', toOrganisation: '其他单位', toMediator: '本单位调解员', mediator: '主持调解员', mediatorLoad: '{name}（在办 {n} 件）', organisation: '接收单位',
      upReason: '上报理由', downReason: '退回（下派）理由', each: '每件单独办理，其中一件不成不影响其他。', sum: '成功 {done} 件，未成 {failed} 件', done: '已分派', failed: '未成', nowAt: '移交已经接收，纠纷现在在{name}，还没有分派出去', again: '重试未成的',
    },
    ledger: {
      search: '查找', q: '姓名、事由、编号', overdue: '只看超期', sort: '排序', holder: '现责任单位', reset: '清除条件',
      sorts: {
        received: '最近登记在前', due: '最先到期在前',
      },
    },
    overview: {
      openByTier: '未办结：按层级', openByType: '未办结：按类型', openByLevel: '未办结：按风险', ratios: '小事不出村、难事不出镇、大事不出区', monthToDate: '本月', year: '本年', late: '超期占比',
      lateOf: '{n} 件超期，共 {all} 件未办结', noBase: '没有可计算的数', trend: '近14个月', registered: '登记', concluded: '办结', succeeded: '调解成功', openAtEnd: '月末未办结',
      asTable: '看表格', asChart: '看图', count: '件数', share: '比例', of: '{n}/{all}',
      ratio: {
        inVillage: '不出村率', inTown: '不出镇率', inDistrict: '不出区率',
      },
    },
    report: {
      tab: { month: '月报', shares: '占比统计' }, percent: '占比（%）', dayThatCounts: '按哪一天', dividedBy: '按什么分', sharesOf: '共 {n} 件，各占多少', on: { Registered: '受理登记日', Occurred: '发生日' }, by: { Type: '纠纷类型', Source: '来源', Tier: '层级', Outcome: '结果' },
      unit: '填报单位', preview: '预览', checksFailed: '{n} 项校验未通过，封存前须处理', checksPassed: '{n} 项校验全部通过', checks: '校验', passed: '通过', failed: '未通过', rows: '情况表',
      number: '序号', item: '项目', district: '县市区', town: '乡镇街道', village: '村居', subtotal: '小计', yearToDate: '年度累计', memo: '附注', stock: '期初期末', xlsx: '下载 Excel',
      csv: '下载 CSV', drill: '第{row}行 {label} · {column}', drillCount: '单元格 {cell}，列出 {n} 件', previous: '上个月', next: '下个月', definition: '统计口径 {version}',
      showPassed: '显示已通过的校验',
      stockLine: {
        carriedOver: '上期结转', received: '本期新增', movedIn: '转入', reopened: '重新办理', resolved: '化解', movedOut: '转出', lawfullyEnded: '依法终止', openAtEnd: '期末未结',
      },
    },
  },
}
