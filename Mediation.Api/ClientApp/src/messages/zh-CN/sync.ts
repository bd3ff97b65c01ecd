/** What lies on the tablet, what is on its way, and what a person has to look at. */
export default {
  sync: {
    title: '发送情况', nav: '发送情况', allSent: '都已发送', waiting: '{n} 条待发送', attention: '{n} 条需要处理', sending: '正在发送', offline: '没有网络', offlineText: '没有网络。内容都保存在这台设备上，有网络时自动发送。',
    signedOutText: '登录已过期。内容都保存在这台设备上，重新登录后自动发送。', revokedText: '这台设备已被镇里停用。', troubleText: '上次发送没有成功：{text}', never: '还没有发送过', last: '上次成功：{time}', now: '现在发送', working: '正在发送和接收',
    skew: '这台设备的时间与服务器相差 {n} 分钟，请检查设备时间。', notKept: '浏览器没有答应长期保存数据，请经常联网发送。',
    attentionTitle: '需要处理', attentionNone: '没有需要处理的内容', waitingTitle: '等待发送', waitingNone: '没有等待发送的内容', forwardedTitle: '已转到别的单位', filesTitle: '等待发送的文件', historyTitle: '这台设备上的经过', historyNone: '还没有记录',
    forwardedText: '您离线期间，这件事已经转到{name}。您记录的内容已送到那里，由他们决定怎样处理。', accessLostText: '这件事已经不在您的范围内。没有发送的内容会转给现在的承办单位。', heldText: '等前一步处理好后发送', base: '原来：', mine: '我的', theirs: '别人的', empty: '空',
    conflictTitle: '别人也改了“{field}”', conflictText: '请选一个。您的选择和两个值都会记下。', keepMine: '用我的', keepTheirs: '用别人的', retry: '再发一次', retryFile: '再发一次：{name}', edit: '修改内容', withdraw: '撤回', understood: '知道了', open: '查看纠纷',
    withdrawTitle: '撤回这一步？', withdrawText: '它不会发送，只留在这台设备的经过里。', withdrawChain: '它后面的步骤也一起撤回。', withdrawReason: '为什么撤回', needReason: '请写一句理由', editTitle: '修改后再发送', editReason: '服务器说：{text}', saveSend: '保存并发送', statute: '依据：{text}',
    export: '导出没有发送的内容', exportText: '文件经过加密，只有镇里能打开。设备坏了或一直没有网络时，可以把它交给镇里。', exportFailed: '第一次导出需要网络，请联网后再试。', exported: '文件已导出', device: '设备', madeAt: '{time} 在这台设备上记录', attempts: '已试 {n} 次', aMatter: '一件纠纷', aReturn: '一份排查报表',
    outcome: { accepted: '已收到', withdrawn: '已撤回', amended: '已修改', forwarded: '已转出' },
    lateTitle: '转出内容的处理结果', lateDecision: { Open: '等待处理', Taken: '已采纳', SetAside: '已搁置' },
    standing: { onDevice: '在这台设备上', sending: '正在发送', accepted: '已收到', attention: '需要处理', forwarded: '在{name}' }, fileWaits: '等纠纷登记后发送', noNumber: '编号待发',
    practice: { mediator: '练习员甲', colleague: '练习员乙', committee: '某某村人民调解委员会（练习）' },
    kind: {
      RegisterDispute: '登记', AcceptDispute: '受理', RejectDispute: '不予受理', AppointMediators: '确定调解员', GiveNotice: '告知权利义务', HoldSession: '调解', ReachAgreement: '达成协议', FailMediation: '调解不成', TerminateMediation: '终止调解', WithdrawApplication: '撤回申请',
      SuspendMediation: '中止', ResumeMediation: '恢复', RecordPerformance: '履行', RecordFollowUp: '回访', CloseDispute: '结案', ReopenDispute: '重新处理', SettleOnTheSpot: '当场调解', EscalateDispute: '上报', ReturnDispute: '退回', ReferOut: '转有关部门', CorrectDispute: '更正',
      ReverseStep: '撤销上一步', VoidDispute: '作废', MergeDuplicate: '并入', ChangeParties: '当事人变更', AcceptHandover: '接收', RefuseHandover: '不接收', FileScreeningReturn: '排查报表', AttachFile: '附件', DrawStrokes: '手写签名', ReportRisk: '报告风险', RecordInvestigation: '调查', DeclareStance: '当事人表态',
      NameGuardian: '监护人', ChangeAgents: '代理人', RecordBreach: '违约', NoteLegalFact: '事实', ExtendClock: '延期', DeclareInterest: '回避情形', ChallengeMediator: '申请回避', DecideChallenge: '回避决定', other: '一步',
    },
    field: {
      subject: '标题', summary: '经过', place: '地点', occurredOn: '发生日期', amount: '金额', peopleInvolved: '人数', type: '类型', subtype: '细类', areaCode: '地区', risks: '风险', status: '状态', holder: '承办单位', responsible: '负责单位', cases: '调解案件', parties: '当事人', handovers: '移交', followUps: '回访',
      closedOn: '结案日期', name: '姓名', phone: '电话', idNumber: '证件号码', address: '住址', contact: '联系人', description: '特征', notice: '告知', host: '调解员', assistants: '协助人员', agreement: '协议', sessions: '调解记录', state: '案件状态', terms: '协议内容', obligations: '履行事项', note: '备注', other: '内容',
    },
    codes: { 'chain.broken': '它前面的一步没有被接受', 'removal.AccessLost': '这件事已经不在您的范围内' },
  },
}
