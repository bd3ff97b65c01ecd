/** How a year scores its towns and villages, the trainings of mediators, and the stability assessments. */
export default {
  assess: {
    tab: { scores: '考核结果', preview: '考核试算', schemes: '考核办法', vetoes: '一票否决', trainings: '调解员培训', stability: '稳定风险评估' },
    period: '考核期', latest: '最近一期', units: '考核对象', unit: '单位', score: '得分', scoreOf: '{name} {period} 考核结果', scoresOf: '{period} 考核结果', scoreIs: '得分 {score}', band: '等次', frozen: '固定的结果', corrected: '更正后', notScored: '不计分',
    frozenExplain: '结果固定后不再改变；申诉成立的，更正另列在旁边。', noScores: '还没有固定的考核结果', noUnits: '没有应考核的单位', frozenBy: '固定人', scheme: '考核办法', version: '第 {n} 版', whole: '整个结果',
    sheet: '考核明细：{name}', openSheet: '看明细', item: '考核项目', weight: '分值', counted: '分子/分母或次数', percent: '比率', target: '目标', points: '得分', deducted: '扣分', behind: '依据', look: '看依据（{n}）', evidenceCount: '共 {n} 条，列出 {shown} 条',
    matter: '看纠纷', matterOf: '纠纷 {n}', mediatorOf: '调解员 {n}', bonus: '加分', scoredWeight: '计分分值', adjustments: '人工加减分', sum: '得 {points} 分（计分分值 {weight}，折算为百分），加分 {bonus}，人工加减 {adjusted}。',
    isDry: '这是试算，不保存；{day} 起可以固定。', isFrozen: '这一期已经固定，这里是按现在的数试算的。', placeholder: '分值是占位，由区里另行设定。',
    freeze: '固定结果', freezeWarn: '将固定 {n} 个单位 {period} 的考核结果。固定后谁也不能更改，只能通过申诉更正。', frozenNow: '已固定 {n} 个单位 {period} 的考核结果',
    adjust: '加减分', adjustOne: '加减分：{name}', adjustBy: '分值', adjustHint: '扣分填负数，如 -0.5', adjusted: '已保存加减分：{name}', takeBack: '撤回', takenBack: '已撤回：{reason}', evidence: '依据', noNames: '不写当事人姓名',
    appeal: '申诉', appeals: '申诉和更正', noAppeals: '没有申诉', about: '申诉项目', appealed: '已提出申诉', appealState: '申诉', appealWaits: '等待答复', appealTime: '申诉期限', appealUntil: '{day} 前可以申诉', decide: '答复申诉', decision: '答复', upheld: '申诉成立', dismissed: '维持原结果', decided: '已答复申诉', correction: '更正', lifts: '取消“{veto}”标记', liftVeto: '取消否决标记', correctBy: '更正分值', correctHint: '加分填正数，减分填负数',
    veto: '一票否决', vetoKind: '情形', vetoExplain: '一票否决是考核结果旁边的标记，不折算成分数，由区综治中心依据书面材料登记。', noVetoes: '这一期没有一票否决标记', raise: '登记一票否决', raised: '已登记一票否决', lowered: '已撤回标记', takeBackWarn: '撤回后不再计入；已经固定的结果不变。',
    beginFromBefore: '按上一年的办法起草', noScheme: '这一年还没有考核办法', editScheme: '修改办法', saveScheme: '保存办法', schemeSaved: '已保存 {year} 年考核办法第 {n} 版', schemeFrozen: '已有结果按这个办法固定，不能再改。', schemeName: '名称', appealDays: '固定后 {n} 天内可以申诉。', appealDaysField: '申诉期限（天）',
    byWhat: '计算依据', each: '每次（每点）扣', cap: '最多扣', bands: '等次', bandFrom: '{name}（{from} 分起）', bonusOf: '每次 {each}，最多 {cap}', weightOf: '{unit}分值合计', must100: '应当是 100', addItem: '添加项目', editItem: '修改项目', nameZh: '中文名称', nameEn: '英文名称',
    targetField: '目标（%）', eachEvent: '每次扣分', eachPoint: '低于目标每个百分点扣分', proportion: '不填则按比例得分', capField: '最多扣分', bonusEach: '每次加分', bonusOnce: '达到后加分', bonusFrom: '达到多少（%）加分', bonusCap: '最多加分', atMost: '比率越低越好（目标是上限）',
    training: {
      record: '登记培训', recorded: '已登记培训', hours: '学时', sum: '{all} 名在任调解员中 {trained} 名达标。', targets: '第一年：岗前 {induction}、技能 {skills} 学时；以后每年 {yearly} 学时（本地设定）。', organisation: '所在机构', total: '合计', state: '是否达标', met: '达标', missing: '差 {n} 学时', firstYear: '任职第一年',
      held: '培训记录', none: '这一年没有培训记录', line: '{hours} 学时，{organiser}，{n} 人', kind: '类别', length: '学时', halves: '以半学时为单位，如 6.5', organiser: '举办单位', subject: '内容', find: '查找调解员', attendees: '参加人员（已选 {n} 人）', void: '作废', voided: '已作废', voidWarn: '作废后学时不再计入，记录保留。有误的请作废后重新登记。', voidDone: '已作废，学时不再计入',
    },
    stability: {
      explain: '重大决策、项目实施前应当评估社会稳定风险，应评尽评。', register: '登记应评事项', registered: '已登记应评事项', none: '没有符合条件的评估事项', name: '决策（项目）名称', kind: '类别', responsible: '责任单位', dueOn: '应在此日前评估', result: '等级和结论', assessed: '评估', filed: '报政法委备案日期', notFiled: '尚未备案', whole: '评估内容',
      conclude: '登记评估结果', concludeOne: '评估结果：{name}', concluded: '已登记评估结果', body: '评估单位', method: '评估方式', consultation: '征求意见方式', consultationHint: '如入户问卷、座谈会、公示', people: '（{n} 人）', peopleField: '征求意见人数', lawfulness: '合法性', reasonableness: '合理性', feasibility: '可行性', controllability: '可控性',
      risk: '风险点 {n}', riskField: '风险', measures: '防范化解措施', addRisk: '添加风险点', grade: '风险等级', conclusion: '评估结论', concludedOn: '评估日期', note: '补充记录', noted: '已补充记录', entryKind: '类别', text: '内容', withdraw: '不需评估', withdrawn: '已定为不需评估',
    },
  },
}
