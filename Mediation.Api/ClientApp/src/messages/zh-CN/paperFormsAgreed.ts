/** The papers of agreements and their performance; placeholders carry the names of the server's templates. */
export default {
  OralAgreement: `人民调解口头协议登记表
> 编号：{{agreementNumber}}{{#formSerial}}　表单号：{{formSerial}}{{/formSerial}}
{{#applicantList}}
{{#isPerson}}
当事人（申请人）：姓名 {{name:8}}　性别 {{sex:3}}　民族 {{ethnicity:4}}　年龄 {{age:3}}
职业或职务 {{occupation:9}}　联系方式 {{phone:10}}
单位或住址 {{address:23}}
{{#guardian}}
监护人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
当事人（申请人）：名称 {{name:20}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
住所 {{address:23}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/applicantList}}
{{#respondentList}}
{{#isPerson}}
当事人（被申请人）：姓名 {{name:8}}　性别 {{sex:3}}　民族 {{ethnicity:4}}　年龄 {{age:3}}
职业或职务 {{occupation:9}}　联系方式 {{phone:10}}
单位或住址 {{address:23}}
{{#guardian}}
监护人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
当事人（被申请人）：名称 {{name:20}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
住所 {{address:23}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/respondentList}}
{{#thirdList}}
{{#isPerson}}
当事人（第三人）：姓名 {{name:8}}　性别 {{sex:3}}　民族 {{ethnicity:4}}　年龄 {{age:3}}
职业或职务 {{occupation:9}}　联系方式 {{phone:10}}
单位或住址 {{address:23}}
{{#guardian}}
监护人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
当事人（第三人）：名称 {{name:20}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
住所 {{address:23}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/thirdList}}
纠纷主要事实、争议事项：
{{#facts}}
{{facts}}
{{/facts}}
{{^facts}}
___4
{{/facts}}
达成协议内容：
{{#terms}}
{{terms}}
{{/terms}}
{{^terms}}
___5
{{/terms}}
履行方式、时限：
{{#performance}}
{{performance}}
{{/performance}}
{{^performance}}
___3
{{/performance}}
当事人于{{reachedOn:8}}达成口头协议，自该日起生效（《人民调解法》第二十八条、第三十条）。
人民调解员（签名）：　　　　　　　　　　
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日
备注：此表由人民调解委员会填写。`,
  WrittenAgreement: `人民调解协议书
> 编号：{{agreementNumber}}{{#formSerial}}　表单号：{{formSerial}}{{/formSerial}}
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
{{#thirdList}}
{{#isPerson}}
第三人：姓名 {{name:8}}　性别 {{sex:3}}　民族 {{ethnicity:4}}　年龄 {{age:3}}
职业或职务 {{occupation:9}}　联系方式 {{phone:10}}
单位或住址 {{address:23}}
{{#guardian}}
监护人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
第三人：名称 {{name:20}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
住所 {{address:23}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/thirdList}}
{{#groups}}
{{side}}共{{headCount}}人，代表人：{{representatives:12}}（名单及签署情况见所附签名册）
{{/groups}}
纠纷主要事实、争议事项：
{{#facts}}
{{facts}}
{{/facts}}
{{^facts}}
___5
{{/facts}}
经调解，自愿达成如下协议：
{{#terms}}
{{terms}}
{{/terms}}
{{^terms}}
___8
{{/terms}}
履行方式、时限：
{{#performance}}
{{performance}}
{{/performance}}
{{^performance}}
___4
{{/performance}}
本协议一式{{copies:2}}份，当事人、人民调解委员会各执一份。
本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效（《人民调解法》第二十九条）。
双方当事人可以自协议生效之日起三十日内，共同向人民法院申请司法确认（《人民调解法》第三十三条）。
当事人（签名、盖章或按指印）：
¦{{#signatories}}{{side}}：{{name}}{{#guardian}}（监护人 {{guardian}}）{{/guardian}}{{#agents}}（代理人 {{agents}}）{{/agents}}¦（签名、盖章或按指印）¦年　　月　　日{{/signatories}}
~
人民调解员（签名）：　　　　　　　　　　
记录人（签名）：　　　　　　　　　　
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  SignatureSheet: `签　名　册
> 协议编号：{{agreementNumber}}
下列人员已阅读{{title}}的调解协议书或者听取宣读，并就本人的权利义务作出表示。放弃请求须由本人签名；未签名且未授权的，协议对其不生效力。
{{#groups}}
{{side}}（共{{headCount}}人）　代表人：{{representatives:10}}
|序号|姓名|证件号码|分配金额|签署方式|签名或按指印、日期
|{{#members}}{{index}}|{{name}}|{{idNumber}}|{{share}}|{{binding}}|{{/members}}
~
{{/groups}}
{{^groups}}
|序号|姓名|证件号码|分配金额|签署方式|签名或按指印、日期
|1|||||
|2|||||
|3|||||
|4|||||
|5|||||
|6|||||
|7|||||
|8|||||
|9|||||
|10|||||
|11|||||
|12|||||
|13|||||
|14|||||
|15|||||
~
{{/groups}}
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  PerformanceReceipt: `履　行　凭　证
> 协议编号：{{agreementNumber}}
根据{{agreementNumber}}调解协议，{{payer:8}}于{{performedOn:8}}向{{payee:8}}履行下列义务：
|履行内容|{{performed}}
|金　　额|{{performedAmount}}
|大　　写|{{performedAmountInWords}}
|凭　　据|{{performedProof}}
|尚未履行|{{remaining}}
~
受领人（签名、盖章或按指印）：　　　　　　　　　　
履行人（签名、盖章或按指印）：　　　　　　　　　　
见证的人民调解员（签名）：　　　　　　　　　　
> 　　年　　月　　日`,
  FollowUpRecord: `回　访　记　录
> {{number}}
当事人：{{partyNames}}
调解协议编号：{{agreementNumber}}
回访事由：了解调解协议履行及纠纷有无反复
回访时间：{{visitedOn:12}}
回访方式：{{visitForm}}
回访情况：
{{#visit}}
{{visit}}
{{/visit}}
{{^visit}}
___6
{{/visit}}
履行情况：{{visitPerformed}}
纠纷有无反复：{{visitRelapse}}
是否就本协议起诉：☐是　☐否
满意程度：{{satisfaction}}
采取的措施：
___2
回访人（签名）：　　　　　　　　　　
> 　　年　　月　　日`,
}
