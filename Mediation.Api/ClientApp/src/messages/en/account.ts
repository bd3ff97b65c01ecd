/** Signing in, the lock with its PIN, and whose tablet this is. */
export default {
  account: { signIn: 'Sign in', userName: 'User name', password: 'Password' },
}
