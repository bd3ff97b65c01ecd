/** Registry, paper sheets and administration. */
export default {
  admin: {
    title: '系统管理',
  },
}
