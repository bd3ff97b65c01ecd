/** Signing in, the lock with its PIN, and whose tablet this is. */
export default {
  account: { signIn: '登录', userName: '用户名', password: '密码' },
}
