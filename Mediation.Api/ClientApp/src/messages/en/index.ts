import account from './account'
import app from './app'
import centre from './centre'
import paper from './paper'
import sync from './sync'
import village from './village'
import warnings from './warnings'

export default { ...account, ...app, ...centre, ...paper, ...sync, ...village, ...warnings }
