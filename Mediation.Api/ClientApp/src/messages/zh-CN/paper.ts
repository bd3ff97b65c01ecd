/** Printing on the tablet; the papers themselves are in paperForms. */
export default {
  paper: { hint: '用本机的资料打印，不需要网络。没有的内容留空，用笔填写。', asA4: '改成 A4 纸', asSlip: '改成小票（80 毫米）', scan: '签好后拍照存回', offline: '没有网络也能打印。', none: '现在没有可打印的文书。', forms: '空白表格和不必须的文书' },
}
