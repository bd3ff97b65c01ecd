/** The frame around every page, and words that all pages share. */
export default {
  app: { stop: '，', colon: '：', name: '矛盾纠纷调解', slogan: '小事不出村、难事不出镇、大事不出区', language: '语言', menu: '菜单', signOut: '退出', skip: '跳到正文', notFound: '没有这个页面', home: '回到首页', newVersion: '有新版本，未发送的内容会保留', update: '现在更新' },
  common: {
    save: '保存', cancel: '取消', back: '返回', next: '下一步', close: '关闭', edit: '修改', remove: '删除', add: '添加', search: '搜索', more: '更多', all: '全部', none: '无',
    yes: '是', no: '否', unknown: '不详', required: '必填', retry: '重试', loading: '正在读取', empty: '这里还没有内容', reason: '理由', note: '备注', confirm: '确定', refresh: '刷新', details: '详情', download: '下载', print: '打印', date: '日期',
  },
  problem: { offline: '现在没有网络，稍后再试', generic: '没有成功：{title}', forbidden: '您的角色不能做这一步', notFound: '没有找到，或不在您的范围内', stale: '别人刚刚改过，请看最新内容', signedOut: '登录已过期，请重新登录' },
  refusal: {
    withDay: '{sentence}（{day}）',
    field: {
      required: '请填写', long: '太长了', range: '不在允许的范围内', twice: '重复了', unknown: '没有这一项', kind: '格式不对', characters: '含有不允许的字符，或长度不对', wrong: '这一项不符合要求',
      passwordShort: '密码太短：至少 8 个字符，管理员至少 12 个', passwordKinds: '大写字母、小写字母、数字、其他字符，至少要有三种', passwordName: '密码里不能有用户名',
      offAndWorked: '同一天不能既放假又上班', nothingOff: '没有放假日，就没有调休上班日',
    },
  },
}
