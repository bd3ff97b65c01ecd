/** A dispute on one page, its steps and their forms. */
export default {
  file: {
    title: '纠纷档案', noNumber: '编号待发', done: '已完成：{step}', nothingToDo: '这件纠纷现由{name}办理，您可以查看。', changed: '{field}：原为“{before}”，现为“{after}”',
    changedElsewhere: '别人改了其他内容，请先看时间线。', sendAnyway: '看过了，再提交', suggested: '推荐的调解员和理由', nobodySuggested: '本单位没有可推荐的调解员，请先在调解员库登记。', openCases: '在办 {n} 件',
    excluded: '未推荐 {n} 人，查看原因', notSignedYet: '还没有签', signedOn: '{name}签名日期', signedEarlier: '{name}已于 {day} {kind}', byGuardian: '{name}（由监护人{guardian}代签）', notToldYet: '尚未告知', erased: '已依法删除（{day}）', yuan: '{n} 元', reported: '{risk}已于 {day} 报告{organ}，接收人',
    routing: '为什么在这一级：建议{tier}，{target}（规则 {version}）', overridden: '人工调整：{reason}', protected: '受保护', left: '{day} 退出', unverified: '号码未核实',
    group1: '{side}共 {n} 人，名册 {named} 人', noCase: '还没有受理立案。', withheld: '调解笔录和协议内容由{name}保管，不在这里显示；需要了解请联系该单位。', followUp: '{day} {by}：',
    noClock: '现在没有计时的期限。', clockDue: '{day} 到期', provisional: '（次年放假安排未公布，暂定）', clockFrom: '自 {day} 起算，约束{binds}；', noHandover: '没有移交记录。',
    fromTo: '{from} → {to}', decided: '{day} 处理', refusedWith: '退回说明：{note}', noLink: '没有发现重复或关联的纠纷。', mergeThis: '合并到这一件', printView: '打印', blanks: '{n} 处待填', noAttachment: '还没有附件。',
    namelessFile: '未命名文件', open: '打开', verify: '校验记录', entered: '录入 {at}', deviceTime: '平板时间 {at}', papersWithheld: '案件文书由{name}保管，不在这里显示；需要了解请联系该单位。',
    visit: {
      performed: '已履行', notPerformed: '未履行',
    },
    link: {
      lead: '由排查苗头转来', visit: '由前台来访（来件）转来', mergedInto: '已合并到的纠纷', duplicate: '合并进来的纠纷', relapseOf: '复发前的纠纷', relapse: '复发的纠纷',
    },
    merge: {
      explain: '本条不再计数，由所选的一条继续办理。', survivor: '保留哪一条',
    },
    proof: {
      whole: '记录完整，共 {n} 条，未被改动。', broken: '记录从第 {n} 条起不一致，请报告审计员。', erased: '其中 {n} 处已依法删除。',
    },
    card: {
      plans: '专项预案', facts: '基本情况', parties: '当事人', cases: '调解案件', papers: '文书', attachments: '附件', clocks: '期限', handovers: '移交记录', links: '重复与关联', timeline: '办理时间线',
    },
    group: {
      handover: '移交', mediation: '调解过程', outcome: '结果与履行', move: '上报、退回、移送', right: '更正与其他',
    },
    reveal: {
      do: '查看完整信息', what: '查看哪些', logged: '查看会记入审计日志：谁、何时、为什么。',
    },
    correct: {
      kept: '原内容保留在记录里，统计随之更正。', field: '更正哪一项', new: '更正为', masked: '现为 {old}，请填写完整的新内容',
    },
    duty: {
      debtor: '谁来履行', creditor: '向谁履行', act: '做什么', amount: '金额（元）', dueOn: '期限', continuing: '持续履行', add: '添加一项义务', remove: '删除第 {n} 项',
    },
    case: {
      number: '案号', mediators: '调解员', nobody: '未指定', accepted: '受理日', ended: '结束', sessions: '调解次数', times: '{n} 次', session: '第 {n} 次 {day}',
      effective: '生效日', notEffective: '签章未齐，尚未生效', lacking: '尚未生效，还缺：{what}', signatureOf: '{name}的签名', mediatorSignature: '调解员签名', seal: '调委会印章', performed: '已全部履行', confirmation: '司法确认', until: '最迟 {day}', owes: '{debtor} → {creditor}：',
      breached: '未按约履行', owed: '待履行',
    },
    party: {
      name: '姓名（名称）', idNumber: '证件号码', phone: '电话', address: '地址', contact: '联系人', needs: '需要', guardian: '监护人', agents: '代理人', notice: '权利告知', stance: '意愿',
      identityBasis: '身份依据', capacity: '行为能力',
    },
    fact: {
      type: '类型', subtype: '细类', subject: '事由', summary: '简要情况', areaCode: '发生地代码', place: '发生地', occurredOn: '发生日', receivedAt: '登记日', source: '来源',
      referredBy: '移送机关', referralNumber: '移送文号', channel: '受理渠道', peopleInvolved: '涉及人数', amount: '涉及金额', risks: '风险', responsible: '责任单位', holder: '现在在',
      dueOn: '到期日', referral: '已移送', closedOn: '办结日', voidReason: '作废理由', status: '状态', riskLevel: '风险等级', mediators: '调解员', sessions: '调解次数', parties: '当事人',
    },
    step: {
      AssessLevel: '评定风险等级', AskLowering: '申请降低等级', DecideLowering: '审批降低等级', ActivatePlan: '启动专项预案', TakePlanStep: '登记预案事项', EndPlan: '结束预案', AcceptHandover: '接收移交', RefuseHandover: '退回移交', AcceptDispute: '受理并指定调解员', AppointMediators: '更换调解员', RejectDispute: '不予受理', GiveNotice: '权利义务告知',
      DeclareStance: '记录当事人意愿', RecordInvestigation: '调查记录', HoldSession: '调解记录', ReachAgreement: '达成协议', SettleOnTheSpot: '当场调解成功', SuspendMediation: '中止调解',
      ResumeMediation: '恢复调解', FailMediation: '调解不成', TerminateMediation: '终止调解', WithdrawApplication: '申请人撤回', RecordPerformance: '记录履行',
      RecordBreach: '记录违约', MoveConfirmation: '司法确认进展', RecordFollowUp: '回访', CloseDispute: '办结', EscalateDispute: '上报', ReturnDispute: '退回（下派）',
      ReferOut: '移送主管机关', ReportRisk: '登记强制报告', NoteLegalFact: '登记法律事实', ExtendClock: '延长期限', NameGuardian: '登记监护人', ReopenDispute: '重新办理',
      ReverseStep: '撤销上一步', VoidDispute: '作废', CorrectDispute: '更正', MergeDuplicate: '合并重复', AttachFile: '添加附件', DeclareInterest: '调解员声明利害关系',
      ChallengeMediator: '当事人申请回避', DecideChallenge: '决定回避', ChangeParties: '增减、变更当事人', EraseTexts: '依法删除个人信息', ArchiveDossier: '归档',
      MarkLedger: '列入台账', AssignSponsor: '确定包案', RecordSponsorVisit: '登记走访、接访', AdvanceSponsorship: '包案进展', IssueCard: '发督办', ReplyToCard: '回复督办', CancelCard: '取消督办', RequestExtension: '申请延期',
      DecideExtension: '审批延期', ListPublicly: '挂牌督办', LiftListing: '摘牌', ClearLedger: '销号',
    },
    field: {
      level: '风险等级', done: '怎样办的', on: '日期', note: '说明', reason: '理由', hostId: '主持调解员', assistantIds: '协助调解员', notices: '权利义务告知', chosenBy: '由谁选定', channels: '告知的其他途径', partyId: '当事人',
      form: '方式', stance: '意愿', stanceOn: '表示日期', investigatedOn: '调查日期', place: '地点', interviewee: '被调查人', record: '记录', attendeeIds: '到场当事人', result: '结果',
      terms: '协议内容', obligations: '义务', signatures: '签名、捺印', mediatorSignedOn: '调解员签名日期', sealedOn: '加盖印章日期', writingAsked: '当事人要求书面', confirmationTold: '已告知可申请司法确认', performance: '履行', formSerial: '纸质单编号', from: '自', to: '至',
      obligationId: '哪项义务', performedOn: '履行日期', amount: '金额（元）', evidence: '依据', breachedOn: '违约日期', move: '进展', movedOn: '日期', applicantIds: '申请人',
      court: '法院', caseNumber: '法院案号', ground: '理由', by: '方式', performed: '已按约履行', relapse: '又起纠纷', satisfaction: '满意度', toOrganisationId: '送往单位',
      organ: '机关', receipt: '回执', risk: '风险', reportedAt: '报告时间', receiver: '接收人', fact: '事实', factOn: '日期', clock: '期限', until: '延至', agreedBy: '同意的当事人',
      name: '姓名', relation: '关系', opposedInterest: '与被监护人利益相反', kind: '种类', file: '选择文件', fileName: '名称', pages: '页数', mediatorId: '调解员',
      acceptedBy: '知情并同意的当事人', challengeId: '哪次回避申请', decision: '决定', replacementId: '由谁接替', action: '怎样变更', side: '哪一方', partyKind: '类别', phone: '电话',
      fields: '删除哪些', ledger: '哪本台账', leaderName: '包抓领导', leaderPost: '职务', leaderTier: '领导层级', unit: '责任单位', person: '责任人', acceptedOn: '包案日期', sponsorDueOn: '化解时限', plan: '化解方案', visitedOn: '走访、接访日期',
      stage: '包案进展', sponsorResult: '化解结果', confirmedBy: '由谁确认', cardKind: '督办类别', opinion: '督办意见', replyDueOn: '回复期限', reply: '回复', workdays: '申请几个工作日', grantedWorkdays: '批准几个工作日', listingNumber: '挂牌编号',
      proof: '证明材料', approvedAbove: '上级批准机关和文号',
    },
    hint: {
      level: '不填则按规则评定；要降低等级，另行申请', on: '不填为今天', stanceOn: '不填为今天', investigatedOn: '不填为今天', performedOn: '不填为今天', breachedOn: '不填为今天', movedOn: '不填为今天', satisfaction: '1 到 5，可不填',
      acceptedOn: '不填为今天', visitedOn: '不填为今天', plan: '一案一策', confirmedBy: '领导的姓名和职务', workdays: '从原期限届满起算', grantedWorkdays: '不填则按申请的天数', proof: '由承办单位附在纠纷里的材料，内容由承办单位保管', approvedAbove: '区级自己办理的，由上级批准才能销号',
      toOrganisationId: '不填则送上一级综治中心', pages: '系统数不出页数时填写',
    },
    text: {
      subject: '事由', summary: '简要情况', place: '地点', record: '笔录', terms: '协议内容', evidence: '依据', note: '说明', party: '{name}的全部信息',
    },
    dossier: {
      title: '卷宗', archived: '已于 {day} 归档', due: '归档期限 {day}', why: '缺少的原因', term: '保管期限', exportReason: '导出用途（记入日志）', export: '导出整卷',
    },
  },
}
