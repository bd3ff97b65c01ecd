/** Registry, paper sheets and administration. */
export default {
  admin: {
    title: 'Administration',
  },
}
