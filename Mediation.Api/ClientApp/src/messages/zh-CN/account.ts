/** Signing in, the lock with its PIN, and whose tablet this is. */
export default {
  account: {
    signIn: '登录', userName: '用户名', password: '密码', signInHint: '第一次在这台设备上使用时需要网络。', signingIn: '正在登录', wrong: '用户名或密码不对。连续五次不对会锁定 15 分钟。',
    revoked: '这台设备已被镇里停用，上面的内容已经清除；没有发送的已加密交给镇里。', needUserName: '请填写用户名', needPassword: '请填写密码', otherPerson: '用密码登录其他人', who: '您是哪一位？', whoHint: '点自己的名字，再输入六位密码。',
    hello: '{name}，请输入六位密码', pin: '六位密码', pinKeys: '数字键', pinDigits: '已输入 {n} 位，共 6 位', pinErase: '删除一位', pinOpening: '正在打开',
    pinWrong: '密码不对', pinLeft: '还可以再试 {n} 次', pinWait: '请等 {time} 后再试', pinNotMe: '不是我', pinForgotten: '忘记密码？用登录密码登录',
    setPinTitle: '设置六位密码', setPinText: '以后在这台设备上，没有网络也用它打开您的记录。不要用生日或连续的数字。', setPinAgain: '再输入一次', setPinDiffer: '两次输入的不一样，请重新设置',
    setPinWeak: '太容易被猜到，请换一个', oldPin: '先输入现在的六位密码', changePin: '修改六位密码', pinChanged: '六位密码已经换好', passwordChanged: '登录密码换过了，请再输入一次六位密码',
    locked: '已锁定，草稿和没有发送的内容都保留着', lock: '锁定', signOutTitle: '退出登录？', signOutText: '没有发送的内容会留在这台设备上，下次登录后接着发送。', signOutDone: '已经退出',
    ownPassword: '登录密码', changePassword: '修改登录密码', currentPassword: '现在的密码', newPassword: '新密码', newPasswordAgain: '再输入一次新密码', wrongPassword: '现在的密码不对', passwordSaved: '登录密码已经换好，其他地方的登录已退出',
    passwordRule: '至少 8 个字符（管理员 12 个），大小写字母、数字、其他字符中有三种',
    settings: '设置', language: '语言', textSize: '字号', textSizeSample: '小事不出村、难事不出镇、大事不出区', device: '这台设备', deviceName: '设备名称', deviceId: '设备编号', deviceSaved: '名称已保存',
    deviceDefault: '{name}的平板', storage: '数据保存', storageKept: '浏览器答应长期保存这台设备上的数据。', storageNotKept: '浏览器没有答应长期保存：空间不足时它可能清掉数据。请经常联网发送，或把本页添加到主屏幕。',
    storageUnknown: '还没有问过浏览器。', storageAsk: '请求长期保存', storageUsed: '已用 {used}，可用 {quota}', practice: '练习', practiceText: '用虚构的人和事试一试，所有内容都不会发送。', practiceStart: '开始练习', practiceEnd: '结束练习',
    practising: '练习模式：内容不会发送', practiceMark: '练习', expired: '登录已过期，没有发送的内容都保留着。', again: '重新登录', minutes: '{n} 分钟', seconds: '{n} 秒', version: '规则版本 {version}',
  },
}
