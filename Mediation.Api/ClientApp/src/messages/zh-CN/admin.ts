/** Registry, paper sheets and administration. */
export default {
  admin: {
    saved: '已保存：{name}', areaCode: '地区代码（12位）',
    home: {
      devices: {
        title: '平板设备', text: '多日未联系、时钟偏差、未发送，停用丢失设备',
      },
      late: {
        title: '迟到提交', text: '离线期间纠纷已移交他人的步骤，采纳或搁置',
      },
      exports: {
        title: '离线导出文件', text: '平板留下的未发送内容，填写理由后打开',
      },
      accounts: {
        title: '账号', text: '新建、修改、停用',
      },
      areas: {
        title: '地区', text: '行政区划导入和查询',
      },
      calendar: {
        title: '工作日历', text: '放假和调休安排，期限试算',
      },
      rules: {
        title: '分流规则', text: '各版本规则和试算',
      },
      'access-log': {
        title: '访问日志', text: '谁在何时查看了什么',
      },
    },
    mediator: {
      add: '登记调解员', edit: '修改：{name}', q: '姓名', name: '姓名', organisation: '所属单位', status: '任职', expertise: '擅长类型', load: '在办', loadOf: '{n} / {all}',
      available: '只看可接案', employment: '专兼职', grade: '等级', termFrom: '任期起', termTo: '任期止', certificateNumber: '证书编号', certificateTo: '证书有效期至',
      capacity: '可同时办理（件）', languages: '语言、方言', empty: '没有符合条件的调解员',
    },
    organisation: {
      title: '组织机构', add: '登记单位', edit: '修改：{name}', q: '名称', name: '名称', kind: '类别', shortName: '简称（案号用）', shortNameHint: '全区不得重复', phone: '值班电话',
      term: '任期止', types: '受理类型', dissolvedOn: '撤销日期', dissolved: '已于 {day} 撤销', empty: '没有符合条件的单位',
    },
    paper: {
      explain: '把村（社区）送来的纸质单逐张录入，以办理的调解员名义登记。', done: '已录入：{subject}（{status}）', look: '查看档案', whose: '谁办的', performedBy: '办理的调解员', what: '纠纷',
      receivedHint: '不填则与发生日相同', unknownHint: '不知道可不填，记为“不详”', phoneOf: '{side}电话', outcome: '结果', spot: '当场调解成功', registerOnly: '只登记', save: '保存并录下一张',
    },
    account: {
      add: '新建账号', edit: '修改账号：{name}', userName: '用户名', displayName: '姓名', roles: '角色', mediator: '对应调解员', password: '初始密码', passwordKept: '不填则不改', passwordRule: '至少 8 个字符（管理员 12 个），大小写字母、数字、其他字符中有三种',
      blocked: '已停用', working: '正常', block: '停用', unblock: '恢复',
    },
    area: {
      import: '导入', explain: 'CSV 文件，首行为列名：code,name,parent,level，可加 validFrom,validTo,successor,sample。有一行不对就一行也不导入。', file: '选择 CSV 文件',
      done: '新增 {imported} 个，更新 {updated} 个', bad: '有问题的行', badCount: '{n} 处问题', line: '行', column: '列', why: '问题', name: '名称', valid: '有效期', sample: '示例', empty: '没有符合条件的地区',
      of: {
        code: '代码', name: '名称', parent: '上级代码', level: '层级', validFrom: '起始日', validTo: '截止日', successor: '后继地区', sample: '示例', row: '整行',
      },
      fault: {
        duplicate: '重复', required: '缺少', invalid: '格式不对', mismatch: '与代码层级不符', malformed: '整行格式不对', control: '含有控制字符', length: '太长', missing: '上级不在名录中',
        'not-prefix': '与上级代码不符', self: '不能是自己', unknown: '不在名录中', 'before-start': '早于开始日',
      },
    },
    calendar: {
      enter: '录入放假安排', explain: '按国务院办公厅当年放假通知录入。', year: '年份', off: '放假日', work: '调休上班日', hint: '如 2027-01-01，用逗号或换行分开', wrong: '不是该年的日期：{days}',
      source: '文件依据', save: '保存', done: '{year} 年已保存', reckon: '期限试算', amount: '数量', unit: '单位', ask: '计算', published: '已录入年份',
      yearOf: '{year} 年：放假 {off} 天，调休上班 {work} 天',
    },
    rule: {
      versions: '版本', newVersion: '编写新版本', from: '自 {day}', rules: '规则 {version}', if: '条件', then: '去向', why: '理由和依据', always: '其他情况', offer: '可选',
      local: '本地规则', try: '试算', answer: '建议：{tier}，{target}', household: '{side}住在', explain: '以当前显示的版本为底稿修改。生效中的版本不会改变，只能由新版本接替。', version: '版本号',
      effectiveFrom: '生效日', text: '规则内容（JSON）', check: '先校验', checked: '校验通过，尚未保存。', noJson: '不是有效的 JSON：{where}', wrong: '这里不对：{where}',
      state: {
        Past: '已过期', InForce: '生效中', Future: '待生效',
      },
      when: {
        types: '类型为', notTypes: '类型不是', subtypes: '细类为', notSubtypes: '细类不是', anyRisk: '有风险', minLevel: '风险至少', minPeople: '人数不少于', minAmount: '金额不少于（元）',
        minFailedAttempts: '调解未成次数', fromTier: '现在层级', requestedTier: '当事人要求的层级', sectorRequested: '当事人要求行业调解', areaLevel: '发生地只明确到', partiesSpan: '双方住户跨',
        referredBy: '移送机关', overdue: '已超期',
      },
    },
    device: {
      explain: '平板与服务器联系时更新；停用后，设备下次联系时清除本机资料，未发送的内容先导出给所在镇（街道）。', name: '设备', signs: '情况', contact: '最近联系', sync: '最近同步', pending: '未发送', attention: '需处理',
      fine: '正常', revoke: '停用', revokeOne: '停用 {name}', revokeText: '停用后不能恢复。设备下次联系时，所有账号的资料都会清除。', done: '已停用：{name}', empty: '还没有登记的平板',
      sign: {
        revoked: '已停用', silent: '{n} 天未联系', skew: '时钟偏差 {minutes} 分钟', attention: '有记录需处理', storage: '存储未保证',
      },
    },
    late: {
      explain: '平板离线时办的步骤，送达时纠纷已在您的单位：采纳后由您补办，或说明理由搁置。双方都会看到。', empty: '没有迟到的提交', file: '查看纠纷', received: '送达 {at}', erased: '内容已依法删除', take: '采纳',
      setAside: '搁置', enter: '在档案中补办',
      decision: {
        Taken: '已采纳', SetAside: '已搁置',
      },
      done: {
        Taken: '已采纳，请在纠纷档案中补办这一步，内容已为您填好。', SetAside: '已搁置。',
      },
      text: {
        Taken: '采纳后，请在纠纷档案中补办这一步；统计只计一次。', SetAside: '搁置后不再处理，提交人会看到理由。',
      },
    },
    export: {
      explain: '平板停用或出故障前留下的未发送内容，只有所在镇（街道）能打开。', carried: '打开带来的文件', noFile: '这不是导出文件', content: '文件内容', whose: '谁的', made: '导出时间', opened: '打开时间',
      open: '打开', openOne: '打开：{name}', empty: '没有导出文件',
    },
    log: {
      what: '事项', dispute: '纠纷标识', at: '时间', who: '账号',
      empty: '没有符合条件的记录', badId: '请填写完整的纠纷标识',
      of: {
        export: '平板 {device} 的导出文件：{reason}', device: '平板 {device}', changes: '下载了 {n} 件纠纷', stroke: '手写签名', attachment: '附件', dossier: '卷宗', dossierFor: '卷宗：{reason}', revealed: '{fields}：{reason}',
      },
      kind: {
        Read: '查看', Reveal: '查看完整信息', Export: '导出', Paper: '制作文书', Device: '下载到平板',
      },
    },
  },
}
