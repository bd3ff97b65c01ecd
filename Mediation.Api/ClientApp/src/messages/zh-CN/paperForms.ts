/** The papers of a case up to its agreement, by the words of 司发通〔2010〕239号; placeholders carry the names of the server's templates. */
export default {
  Application: `人民调解申请书
{{#applicantList}}
{{#isPerson}}
申请人：姓名 {{name:8}}　性别 {{sex:3}}　民族 {{ethnicity:4}}　年龄 {{age:3}}
职业或职务 {{occupation:9}}　联系方式 {{phone:10}}
单位或住址 {{address:23}}
{{#guardian}}
监护人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
申请人：名称 {{name:20}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
住所 {{address:23}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/applicantList}}
{{^applicantList}}
申请人：姓名　　　　　　性别　　　民族　　　　年龄　　　
职业或职务　　　　　　　　　联系方式
单位或住址
{{/applicantList}}
{{#respondentList}}
{{#isPerson}}
被申请人：姓名 {{name:8}}　性别 {{sex:3}}　民族 {{ethnicity:4}}　年龄 {{age:3}}
职业或职务 {{occupation:9}}　联系方式 {{phone:10}}
单位或住址 {{address:23}}
{{#guardian}}
监护人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
被申请人：名称 {{name:20}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
住所 {{address:23}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/respondentList}}
{{^respondentList}}
被申请人：姓名　　　　　　性别　　　民族　　　　年龄　　　
职业或职务　　　　　　　　　联系方式
单位或住址
{{/respondentList}}
纠纷简要情况：
{{#summary}}
{{summary}}
{{/summary}}
{{^summary}}
___5
{{/summary}}
当事人申请事项：
1．　　　　　　　　　　　　　　　　　　　　　　　　　　　　
2．　　　　　　　　　　　　　　　　　　　　　　　　　　　　
3．　　　　　　　　　　　　　　　　　　　　　　　　　　　　
人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。
> 申请人（签名、盖章或按指印）：　　　　　　　　　　
> 　　年　　月　　日`,
  ApplicationReceipt: `人民调解申请回执
> {{number}}
{{applicants:10}}：
你（单位）于{{receivedOn:8}}就与{{respondents:8}}之间的{{type}}向本调解委员会提出的调解申请及材料已收到。
本调解委员会将征求对方当事人的意见，并及时告知你（单位）是否受理。人民调解不收取任何费用（《人民调解法》第四条）；在调解期间，你（单位）有权随时依法通过仲裁、行政、司法等途径维护自己的权利（第三条）。
收到的材料：
___3
经办人（签名）：　　　　　　　　　　
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  AcceptanceRegistration: `人民调解受理登记表
> {{number}}
{{acceptedOn:8}}，{{committee}}依当事人申请（或者主动调解），经当事人同意，调解{{applicants:8}}、{{respondents:8}}之间的纠纷。
案件来源：{{source}}
纠纷类型：{{type}}
{{#referrer}}
委托移送单位：{{referrer}}　文号：{{referralNumber:8}}
{{/referrer}}
纠纷简要情况：
{{#summary}}
{{summary}}
{{/summary}}
{{^summary}}
___6
{{/summary}}
当事人（签名、盖章或按指印）：
¦{{#parties}}{{side}}：{{name}}{{#guardian}}（监护人 {{guardian}}）{{/guardian}}{{#agents}}（代理人 {{agents}}）{{/agents}}¦（签名、盖章或按指印）¦年　　月　　日{{/parties}}
~
登记人（签名）：　　　　　　　　　　
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日
备注：此表由人民调解委员会填写。`,
  AcceptanceNotice: `受 理 通 知 书
> {{number}}
{{partyNames}}：
{{applicants:8}}与{{respondents:8}}之间的{{type}}，本调解委员会于{{acceptedOn:8}}受理，案号为{{number}}。现将有关事项通知如下：
一、本案由人民调解员{{mediator:8}}主持调解（调解人员：{{mediators:8}}）。你（单位）可以选择或者接受人民调解员（《人民调解法》第十九条、第二十三条）。
二、请携带身份证件和有关证据材料参加调解；可以委托代理人，代理人应当提交授权委托书。
三、调解时间、地点：　　　　　　　　　　　　　　　　　　
四、人民调解一般在受理之日起一个月内完成，当事人可以协商延长（《人民调解工作若干规定》第三十三条）；法律、法规另有规定的，从其规定。
五、当事人的权利义务见《权利义务告知书》。
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  RightsNotice: `人民调解当事人权利义务告知书
一、人民调解委员会的性质
人民调解委员会是依法设立的调解民间纠纷的群众性组织。人民调解委员会调解民间纠纷，不收取任何费用（《人民调解法》第四条、第七条）。
二、人民调解的原则
在当事人自愿、平等的基础上进行调解；不违背法律、法规和国家政策；尊重当事人的权利，不得因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利（第三条）。
三、当事人的权利（第二十三条）
（一）选择或者接受人民调解员；
（二）接受调解、拒绝调解或者要求终止调解；
（三）要求调解公开进行或者不公开进行；
（四）自主表达意愿、自愿达成调解协议。
四、当事人的义务（第二十四条）
（一）如实陈述纠纷事实；
（二）遵守调解现场秩序，尊重人民调解员；
（三）尊重对方当事人行使权利。
五、调解协议的效力
经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行（第三十一条）。当事人就调解协议的履行或者内容发生争议的，可以向人民法院提起诉讼（第三十二条）。双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认；经确认有效，一方拒绝履行或者未全部履行的，对方可以申请强制执行（第三十三条）。
调解员：{{mediators:10}}。当事人认为调解员与本纠纷有利害关系、可能影响公正的，可以要求更换。
|身份|姓名|告知方式|调解意愿|签名或按指印、日期
|{{#parties}}{{side}}|{{name}}|{{noticeForm}}↵{{noticeOn}}|{{stance}}|{{/parties}}
~
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  PrivacyNotice: `个人信息处理告知书
一、处理者
{{committee}}（以下简称本调解委员会）。联系方式见调解委员会公示。
二、目的和方式
为受理、调解纠纷，制作调解文书和卷宗，回访，以及依法统计和报告，收集、存储、使用当事人的姓名、联系方式、住址、证件号码和纠纷情况。姓名之外的信息，不提供也可以申请调解，但可能影响送达和协议的司法确认。
三、敏感个人信息
确有必要时处理证件号码、医疗健康、家庭住址、不满十四周岁未成年人的信息、指印和签名等敏感个人信息，限于调解本纠纷，并采取加密、遮蔽、权限控制和访问留痕等保护措施；处理不满十四周岁未成年人个人信息，须取得其父母或者其他监护人同意（《个人信息保护法》第二十八条至第三十一条）。
四、提供和公开
本调解委员会和调解员对当事人的个人隐私、商业秘密保密（《人民调解法》第十五条）。向上级综治、司法行政机关报送的，限于纠纷类型、地点、人数、风险、进度和结果；调解记录、证据和协议内容，除当事人同意或者法律规定外不对外提供；不公开个人信息。
五、保存期限
按照卷宗保管期限保存（本卷：{{term:8}}），期满依法删除或者销毁。
六、您的权利
您可以查阅、复制、更正、补充本人信息，依法要求删除，撤回同意，要求解释处理规则（《个人信息保护法》第四十四条至第四十八条）；撤回同意不影响撤回前处理的效力。可以口头或者书面向本调解委员会提出。
本人已阅读或者听取宣读上述内容（第十七条），并：☐同意　☐不同意　为调解本纠纷处理本人（被监护人）的敏感个人信息。
|身份|姓名|监护人|签名或按指印|日期
|{{#parties}}{{side}}|{{name}}|{{guardian}}||{{/parties}}
~`,
  PowerOfAttorney: `授 权 委 托 书
委托人：{{principal:12}}
住址：{{principalAddress:24}}
受托人：{{agent:12}}　联系方式：{{agentPhone:10}}
身份证件号码：　　　　　　　　　　　　　　
现委托受托人在{{committee}}调解的{{title}}一案（案号：{{number}}）中，作为委托人的代理人参加调解。
代理权限：{{agentScope}}
一般授权：代为陈述事实、提交材料、参加调解、签收文书。
特别授权：除上列事项外，代为承认、放弃、变更请求，进行和解，签署调解协议。
委托日期：{{agentFrom:10}}
委托期限：自委托之日起至本纠纷调解终结之日止。
> 委托人（签名、盖章或按指印）：　　　　　　　　　　
> 受托人（签名）：　　　　　　　　　　
> 　　年　　月　　日
注：本委托书一式三份，委托人、受托人、人民调解委员会各执一份；附委托人、受托人身份证件复印件。`,
  InvestigationRecord: `调　查　记　录
> {{number}}
时间：{{investigatedOn:12}}
地点：{{investigationPlace:20}}
参加人：{{investigationPeople:20}}
被调查人：{{interviewee:16}}
记录：
{{#investigation}}
{{investigation}}
{{/investigation}}
{{^investigation}}
___14
{{/investigation}}
（以上记录已经本人看过或者向本人宣读，与本人所述相符。）
被调查人（签名、盖章或按指印）：　　　　　　　　　　
调查人（签名）：　　　　　　　　　　
记录人（签名）：　　　　　　　　　　
> 　　年　　月　　日`,
  EvidenceList: `证 据 材 料 清 单
> {{number}}
纠纷名称：{{title}}
|序号|材料名称|来源、提供人|日期|页数
|{{#evidence}}{{index}}|{{name}}|{{origin}}|{{on}}|{{sheets}}{{/evidence}}
|||||
|||||
|||||
|||||
~
提供人（签名）：　　　　　　　　　　　　收件人（签名）：　　　　　　　　　　
> 　　年　　月　　日`,
  MediationRecord: `调　解　记　录
> {{number}}　第{{session:2}}次
时间：{{sessionOn:12}}
地点：{{sessionPlace:20}}
当事人：{{attendees:20}}
参加人：{{invitees:20}}
人民调解委员会已将人民调解的相关规定及当事人在调解活动中的权利、义务告知当事人：{{told}}。
调解记录：
{{#record}}
{{record}}
{{/record}}
{{^record}}
___12
{{/record}}
调解结果：{{result}}
当事人（签名、盖章或按指印）：
¦{{#parties}}{{side}}：{{name}}{{#guardian}}（监护人 {{guardian}}）{{/guardian}}{{#agents}}（代理人 {{agents}}）{{/agents}}¦（签名、盖章或按指印）¦年　　月　　日{{/parties}}
~
人民调解员（签名）：　　　　　　　　　　
记录人（签名）：　　　　　　　　　　
> 　　年　　月　　日`,
  SpotSheet: `人民调解案件登记单
# （即时调解、口头协议适用）
> {{committee}}　　编号：{{number}}　　表单号：{{formSerial:6}}
|案件来源|<5>{{source}}
|纠纷类型|<2>{{type}}|调解日期|<2>{{acceptedOn}}
|发生地点|<2>{{place}}|涉及人数|<2>{{people}}
|身份|姓名|性别|民族、年龄|联系方式|单位或住址
|{{#parties}}{{side}}|{{name}}|{{sex}}|{{ethnicity}} {{age}}|{{phone}}|{{address}}{{/parties}}
|纠纷简要情况|<5>{{summary}}
|协议内容|<5>{{terms}}
|履行方式、时限及履行情况|<5>{{performance}}↵{{#obligations}}{{index}}．{{done}}　{{/obligations}}
|权利义务告知|<5>☑已口头告知当事人权利义务，当事人自愿参加调解，口头协议自达成之日起生效（《人民调解法》第二十三条、第三十条）。
|当事人签名或按指印（可不签）|<2>|人民调解员签名|<2>{{mediators}}：
|备注|<5>
~
> （人民调解委员会印章）　　　　　　年　　月　　日`,
}
