/** What is found on rounds and comes to the desk: signs, special plans, the front desk, the weekly sheet. */
export default {
  signs: {
    record: '登记苗头', recorded: '已登记苗头', foundOn: '发现日期', what: '苗头', brief: '看到、听到的情况', briefHint: '只写事情，不给人贴标签', people: '涉及人数', triggers: '有哪些情形', campaign: '哪次排查',
    usual: '平时排查', resolvedBy: '当场怎样化解的', resolvedHint: '没有化解的不填', proposed: '建议等级', foundBy: '谁发现的', outcome: '结果', open: '未了结', end: '了结', endOne: '了结苗头', how: '怎样了结',
    wordsOf: { ResolvedOnSpot: '当场怎样化解的', Dismissed: '为什么不予处理' }, existing: '并入台账上的哪一件', existingHint: '台账上没有的，请用“转为纠纷”登记', done: '苗头已了结', empty: '没有符合条件的苗头',
    turn: '转为纠纷', turned: '已转为纠纷：{subject}', look: '查看纠纷', erase: '依法删除', eraseText: '地点、情况和处理说明将永久删除，不能恢复；类型、日期和结果仍计入统计。', eraseDone: '已依法删除', erased: '内容已依法删除（{day}）',
    only: '只显示一条', showAll: '显示全部', applicant: '申请人', respondent: '被申请人', unknownHint: '不知道可不填，记为“不详”', phone: '申请人电话', where: '发生地', ownArea: '不选为本辖区',
  },
  plans: {
    suggested: '适用：{list}', always: '任何纠纷都可启动', checklist: '处置清单', item: '事项', role: '由谁办', within: '时限', hours: '{n} 小时内', noLimit: '不限', contacts: '联系单位', unit: '单位', duty: '岗位', phone: '值班电话',
    noContacts: '还没有登记联系单位。', savedAt: '更新于 {at}', edit: '修改联系单位', editOne: '联系单位：{name}', unitsOnly: '只登记单位和值班电话，不登记个人。', add: '添加一个单位', remove: '删除第 {n} 个单位', saved: '已保存：{name}',
    empty: '没有专项预案', none: '没有启动专项预案。', suggestThese: '建议启动：{list}', running: '进行中', over: '已结束', began: '{name}于 {at} 启动：{reason}', ended: '{at} 结束：{reason}', due: '{at} 前', doneBy: '{name} {at}',
    notDone: '未办', late: '已超时', take: '登记完成', takeOne: '登记完成：{name}', asSuggested: '{name}（建议）',
  },
  level: {
    card: '风险等级', now: '现在', history: '评定记录', none: '登记后还没有重新评定。', from: '{from} → {to}', kept: '{level}，不变', askedBy: '{name}申请', asked: '{name}于 {day} 申请降为{level}：{reason}', waits: '等待{tier}以上审批，申请人不能自己审批。',
    decided: '{name}于 {day} {state}：{answer}',
  },
  visits: {
    record: '登记来访、来件', recorded: '已登记', kind: '来意', source: '来源', number: '来件编号', numberHint: '转办单位的编号', receivedOn: '日期', dueOn: '反馈期限', dueHint: '不填按各来源的规定计算', visitor: '来访人', phone: '电话',
    brief: '事项', type: '纠纷类型（涉纠纷的）', answer: '答复', answerHint: '当场办结的填写', close: '办结', closeOne: '办结：{name}', closed: '已办结', tell: '反馈', tellOne: '向来件单位反馈', text: '反馈内容', toldOn: '反馈日期', told: '已记录反馈',
    feedback: '{day} 已反馈：{text}', untold: '未反馈', late: '反馈已超期', slip: '反馈单', reveal: '查看电话', revealText: '查看会记入审计日志：谁、何时、为什么。', phoneIs: '电话：{phone}', eraseText: '来访人、电话和全部内容将永久删除，不能恢复；件数仍计入统计。',
    empty: '没有符合条件的登记', office: '登记单位', who: '来访人和电话', import: '批量导入', importExplain: 'CSV 文件，首行为列名：number,receivedOn,kind,brief，可加 area,dueOn,type,visitor,phone。kind 填 Consultation（咨询）、Help（求助）或 Dispute（纠纷）。有一行不对就一行也不导入。',
    importSource: '谁转来的', file: '选择 CSV 文件', try: '试导入', take: '导入', tried: '可以导入：{n} 件。还没有导入。', taken: '已导入 {n} 件', bad: '有问题的行', badCount: '{n} 处问题', line: '行', column: '列', why: '问题',
    of: { number: '来件编号', receivedOn: '收到日期', kind: '来意', brief: '事项', area: '地区代码', dueOn: '反馈期限', type: '纠纷类型', visitor: '来访人', phone: '电话' },
    fault: {
      empty: '没有内容', column: '没有这一列', duplicate: '重复', required: '缺少', columns: '列数与首行不同', characters: '含有不可见的字符', formula: '以公式符号开头', length: '太长', date: '日期要写成 2026-11-24', range: '日期不在允许的范围内',
      word: '没有这个词', code: '不是地区代码', order: '早于收到日期', unknown: '不在名录中，或不在您的辖区', known: '已经登记过', 'too-many': '超过 1000 行',
    },
  },
  week: {
    of: '{name}：{from} 至 {to}', day: '哪一周', before: '上一周', after: '下一周', word: '下载 Word', clocks: '期限', followUps: '回访', rounds: '排查报表', signs: '未了结的苗头', tablets: '平板上未送达的内容', over: '已超期', due: '到期日',
    noClocks: '本周没有到期的期限', noFollowUps: '本周没有要做的回访', noRounds: '没有待报、漏报的报表', noSigns: '没有未了结的苗头', noTablets: '平板上的内容都已送达', pending: '等待发送 {n}', attention: '需处理 {n}', lastSync: '最近同步 {at}',
  },
}
