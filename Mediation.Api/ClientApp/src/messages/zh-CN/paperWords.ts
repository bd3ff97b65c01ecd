/** What papers say besides their forms, in the words of the server's own papers. */
export const paperWords = {
  pending: '编号待发', confidential: '依法保密', someone: '某方', none: '无', told: '已告知', and: '与', listed: '、', andOthers: (name: string, count: number): string => `${name}等${count}人`,
  sources: { PartyApplication: '①当事人申请', CommitteeInitiated: '②主动调解', EntrustedReferral: '③委托移送' } as Record<string, string>,
  circled: ['①', '②', '③'], male: '男', female: '女', performedYes: '已履行', performedNo: '未履行完毕', relapseYes: '有反复', relapseNo: '无反复',
  satisfaction: ['很不满意', '不满意', '一般', '满意', '很满意'], allDone: '已履行', partDone: '部分履行', notDone: '未履行', continuing: '持续', payment: '支付款项',
  outcomes: { NotAgreed: '经调解，双方未能达成协议', Withdrawn: '申请人撤回调解申请', MovedUp: '移送上级继续调解', open: '正在调解' } as Record<string, string>,
  bases: { NotAgreed: '《人民调解法》第二十六条', Withdrawn: '《人民调解法》第二十三条', MovedUp: '《人民调解工作若干规定》第二十一条' } as Record<string, string>,
  agreedOn: (day: string, form: string, performed: boolean): string => `双方于${day}达成${form}${performed ? '，已履行' : '，尚在履行期内'}`,
  rejected: (reason: string): string => `不予受理：${reason}`,
  duty: (debtor: string, due: string, what: string, more: string): string => `${debtor}${due}${what}${more}。`,
  before: (day: string): string => `于${day}前`, pays: (creditor: string, sum: string): string => `向${creditor}支付${sum}`, does: (creditor: string, act: string): string => `对${creditor}履行：${act}`,
  performs: (creditor: string): string => `向${creditor}履行`, sum: (figures: string, inWords: string): string => `${figures}（${inWords}）`, matter: (act: string): string => `，事项：${act}`, method: (how: string): string => `，履行方式：${how}`, kept: '（持续履行）',
  agent: (name: string, scope: string): string => `${name}（${scope}）`, tick: (word: string, chosen: boolean): string => (chosen ? '☑' : '☐') + word, gap: '　',
  practice: '练习 不具效力', serial: (serial: string): string => `表单号 ${serial}`,
}

/** Whoever is not helped by mediation is told where to go, each way with its statute. */
export function wayOf(channel: string, type: string): string {
  if (channel === 'Arbitration' && (type === 'MigrantWageArrears' || type === 'OtherLabor')) return '向劳动合同履行地或者用人单位所在地的劳动争议仲裁委员会申请仲裁；申请时效为一年，自知道或者应当知道权利被侵害之日起计算（《劳动争议调解仲裁法》第二十一条、第二十七条）。'
  if (channel === 'Arbitration' && type === 'ForestLand') return '属农村土地承包经营纠纷的，可以向农村土地承包仲裁委员会申请仲裁；时效为二年，自知道或者应当知道权利被侵害之日起计算（《农村土地承包经营纠纷调解仲裁法》第四条、第十八条）。'
  return ways[channel] ?? ''
}
const ways: Record<string, string> = {
  Arbitration: '双方有仲裁协议的，可以向约定的仲裁委员会申请仲裁（《仲裁法》；《人民调解法》第二十六条）。',
  Suit: '向有管辖权的人民法院提起诉讼，请注意诉讼时效；一般为三年（《人民调解法》第二十六条；《民法典》第一百八十八条）。',
  LegalAid: '经济困难或者符合法定情形的，可以向法律援助机构申请法律援助（《法律援助法》第三十一条、第三十二条）。',
  Reconsideration: '对行政行为不服的，可以自知道或者应当知道该行政行为之日起六十日内申请行政复议（《行政复议法》第二十条）。',
  Petition: '可以依法向有权处理的机关、单位提出信访事项（《信访工作条例》第十七条）。',
  OtherCommittee: '双方同意的，可以向其他有管辖权的人民调解委员会申请调解（《人民调解法》第十七条、第三十四条）。',
  OtherDepartment: '可以依法请求有关行政机关或者主管部门处理（《人民调解法》第二十六条）。',
}

/** The statute behind a reason of not accepting or of ending. */
export const basisOf: Record<string, string> = {
  OnlySpecialOrgan: '《人民调解工作若干规定》第二十二条第（一）项', MediationForbidden: '《人民调解工作若干规定》第二十二条第（一）项', AlreadyAcceptedOrResolved: '《人民调解工作若干规定》第二十二条第（二）项',
  PartyRefuses: '《人民调解法》第十七条', NotCivilDispute: '《人民调解法》第二条', OutsideArea: '《人民调解工作若干规定》第二十一条', RespondentUnknown: '《人民调解工作若干规定》第二十四条',
  MedicalSuedOrHealthDeptAccepted: '《医疗纠纷预防和处理条例》第三十一条', PartyRefusesOrQuits: '《人民调解法》第十七条、第二十三条', CommitteeDeemsNoAgreement: '《人民调解法》第二十六条',
  EventMakesImpossible: '《人民调解法》第二十六条', LegallyRequired: '《人民调解法》第二十五条、第二十六条', TimeLimitExpired: '《医疗纠纷预防和处理条例》第三十八条',
}
