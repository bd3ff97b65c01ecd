/** The centre's entries in the navigation; the words of its pages are in `desk`, `file`, `admin` and `refusals` and come with them. */
export default {
  centre: { nav: { triage: '待办分流', ledger: '纠纷台账', paperEntry: '纸质补录', screening: '排查', supervision: '包案督办', overview: '态势总览', reports: '月报', assessment: '考核', registry: '调解员库', admin: '系统管理' } },
}
