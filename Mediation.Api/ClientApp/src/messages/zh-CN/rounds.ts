/** Screening at a desk: rounds, campaigns, leads, the front desk. */
export default {
  rounds: {
    tab: { rounds: '轮次与报送', campaigns: '排查活动', signs: '苗头', plans: '专项预案', desk: '前台登记', week: '一周待办' },
    byTown: '各乡镇街道报送情况', sum: '漏报 {missing}，待报 {due}，迟报 {filedLate}，按期报送 {filed}', count: { missing: '漏报', due: '待报', filedLate: '迟报', filed: '按期报送' },
    committee: '填报单位', round: '轮次', found: '排查发现', onSpot: '当场化解', nil: '零报告', chases: '催报记录', chase: '催报', enter: '录入报表', noRounds: '这段时间没有应报的轮次',
    chased: '已催报：{name}', chaseOne: '催报：{name}', noteHint: '不写姓名；对方首页会看到', entered: '已录入：{name}', enterOne: '录入排查报表：{name}', nilHint: '没有发现填 0，即零报告', signNil: '签报零报告',
    replace: '更换', replaceOne: '更换排查报表：{name}', replaced: '已更换：{name}', why: '更换理由', signedBy: '签报人', leader: '带队人', households: '走访户数', grids: '覆盖网格', workers: '参加人数',
    name: '名称', kind: '种类', where: '范围', when: '时间', cadence: '报送频次', asUsual: '按平时规定', sensitive: '敏感时期', sensitiveHint: '春节、两会、选举、工资集中发放等时段，按敏感时期的频次报送', launchedBy: '发起单位',
    launch: '发起排查活动', launched: '已发起：{name}', noCampaigns: '没有排查活动', end: '提前结束', endOne: '提前结束：{name}', endText: '填开始前一天即取消，取消的活动不计入月报。', lastDay: '最后一天', endDone: '已结束',
    state: { calledOff: '已取消', ended: '已提前结束', ahead: '未开始', over: '已结束', runs: '进行中' },
  },
}
