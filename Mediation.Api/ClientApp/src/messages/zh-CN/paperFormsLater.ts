/** The papers of confirmation, of endings and of what is told to other organs; placeholders carry the names of the server's templates. */
export default {
  ConfirmationApplication: `司 法 确 认 申 请 书
{{#signatories}}
{{#isPerson}}
申请人：姓名 {{name:6}}　性别 {{sex:2}}　出生日期 {{born:6}}
民族 {{ethnicity:4}}　职业 {{occupation:12}}
住址 {{address:25}}
联系方式 {{phone:8}}　证件号码 {{idNumber:12}}
{{#guardian}}
法定代理人 {{guardian}}
{{/guardian}}
{{/isPerson}}
{{#isOrganization}}
申请人：名称 {{name:22}}
住所 {{address:23}}
法定代表人（负责人） {{representative:6}}　职务 {{occupation:3}}　联系方式 {{phone:6}}
{{/isOrganization}}
{{#agents}}
委托代理人 {{agents}}
{{/agents}}
{{/signatories}}
申请人{{partyNames}}因{{type}}，于{{reachedOn:8}}经{{committee}}主持调解，达成调解协议（编号：{{agreementNumber}}），于{{effectiveOn:8}}生效。现共同请求人民法院依法予以确认。
申请人承诺：
一、双方出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；
二、如果因为该协议内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任；
三、没有就本协议向其他人民法院申请确认或者提起诉讼。
附件：
1．调解协议书；2．调解组织主持调解的证明；3．与协议有关的财产权利证明；4．双方当事人的身份、资格、住所、联系方式等证明材料；5．授权委托书（有代理人的）。
此致
{{court:16}}
申请人（签名、盖章或按指印）：
¦{{#signatories}}{{side}}：{{name}}{{#guardian}}（监护人 {{guardian}}）{{/guardian}}{{#agents}}（代理人 {{agents}}）{{/agents}}¦（签名、盖章或按指印）¦年　　月　　日{{/signatories}}
~
依据：《人民调解法》第三十三条、《民事诉讼法》第二百零五条、第二百零六条；应当自协议生效之日起三十日内共同提出；不收取诉讼费。身份关系的确认、物权或者知识产权的确权等不在申请范围。`,
  HostingProof: `主 持 调 解 证 明
> {{number}}
兹证明{{applicants}}与{{respondents}}之间的{{type}}，于{{acceptedOn:8}}由本调解委员会受理，由人民调解员{{mediators:8}}主持调解，双方于{{reachedOn:8}}自愿达成调解协议（编号：{{agreementNumber}}）。
该协议系在双方当事人自愿、平等的基础上达成，人民调解员已告知双方当事人调解的性质、原则和效力以及申请司法确认的权利。
特此证明。
人民调解员（签名）：　　　　　　　　　　
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  NonAcceptanceNotice: `不 予 受 理 通 知 书
{{applicants:10}}：
你（单位）与{{respondents:8}}之间的{{type}}，本调解委员会于{{endedOn:8}}经审查，因下列理由不予受理：
{{reason:20}}（{{basis:16}}）。
现告知你（单位）可以通过下列合法途径解决（《人民调解工作若干规定》第二十四条）：
{{#channels}}
{{index}}．{{name}}：{{how}}
{{/channels}}
矛盾可能激化的，本调解委员会将采取必要的缓解疏导措施，请依法、冷静表达诉求。
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日
签收人（签名）：　　　　　　　　　　签收日期：　　年　　月　　日`,
  TerminationNotice: `终 止 调 解 通 知 书
> {{number}}
{{partyNames}}：
{{applicants:8}}与{{respondents:8}}之间的{{type}}，本调解委员会于{{acceptedOn:8}}受理。因{{reason:16}}（{{basis:14}}），本调解委员会决定自{{endedOn:8}}起终止调解。
你（单位）可以依法通过下列途径维护自己的权利（《人民调解法》第二十六条）：
{{#channels}}
{{index}}．{{name}}：{{how}}
{{/channels}}
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日
签收人（签名）：　　　　　　　　　　签收日期：　　年　　月　　日`,
  ChannelsNotice: `救 济 途 径 告 知 书
> {{number}}
{{partyNames}}：
{{applicants:8}}与{{respondents:8}}之间的{{type}}，经本调解委员会调解，{{reason:12}}，调解于{{endedOn:8}}结束。
依照《人民调解法》第二十六条，现告知你（单位）可以依法通过下列途径维护自己的权利：
{{#channels}}
{{index}}．{{name}}：{{how}}
{{/channels}}
请注意各途径的期限。本调解不影响你（单位）依法行使上述权利（第三条）。
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日
|身份|姓名|签收人签名或按指印|日期
|{{#parties}}{{side}}|{{name}}||{{/parties}}
~`,
  ReferralReply: `移　送　回　函
{{referrer:12}}：
贵单位移送的{{applicants:8}}与{{respondents:8}}之间的{{type}}（移送文号：{{referralNumber:8}}）已收悉。
{{#accepted}}
经审查并征得当事人同意，本调解委员会已于{{acceptedOn:8}}受理，案号为{{number}}，由人民调解员{{mediator:8}}主持调解。调解结果将另行函告。
{{/accepted}}
{{^accepted}}
经审查，因{{reason:14}}（{{basis:12}}），本调解委员会不予受理，现将有关材料退回。
{{/accepted}}
特此函复。
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  EntrustmentReply: `委 托 调 解 复 函
> {{number}}
{{referrer:12}}：
贵单位委托调解的{{applicants:8}}与{{respondents:8}}之间的{{type}}（委托文号：{{referralNumber:8}}），本调解委员会于{{acceptedOn:8}}受理，现已调解终结，结果如下：
{{outcome:24}}。
{{#agreed}}
调解协议编号：{{agreementNumber}}，生效日期：{{effectiveOn:8}}。
{{/agreed}}
{{^agreed}}
已告知当事人其他合法救济途径，请贵单位依法处理。
{{/agreed}}
附：调解协议书或者终止调解通知书　　份；调解记录　　份。
特此函复。
> {{committee}}
> （人民调解委员会印章）
> 　　年　　月　　日`,
  ClosingReport: `结 案 报 告 表
> {{number}}
|卷　　名|<3>{{title}}
|受案时间|{{acceptedOn}}|结案时间|{{closedOn}}
|案件来源|<3>{{source}}
|纠纷类型|{{type}}|涉及金额|{{amount}}
|当 事 人|<3>{{partyNames}}
|调 解 员|<3>{{mediators}}
|简要事实|<3>{{summary}}
|调解结果|<3>{{outcome}}
|协议及履行情况|<3>{{performance}}↵{{#obligations}}{{index}}．{{done}}　{{/obligations}}
|承办人意见|<3>签名：　　　　　　　　　年　　月　　日
|调委会意见|<3>（印章）　　　　　　　　　年　　月　　日
~`,
}
