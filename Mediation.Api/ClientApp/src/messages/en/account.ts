/** Signing in, the lock with its PIN, and whose tablet this is. */
export default {
  account: {
    signIn: 'Sign in', userName: 'User name', password: 'Password', signInHint: 'The first time on this device needs a network.', signingIn: 'Signing in', wrong: 'User name or password is wrong. Five failures lock the account for 15 minutes.',
    revoked: 'The town has shut this device out and its data are wiped; what was not sent lies encrypted with the town.', needUserName: 'Please type your user name', needPassword: 'Please type your password', otherPerson: 'Somebody else signs in', who: 'Who are you?', whoHint: 'Touch your name, then type your six-digit PIN.',
    hello: '{name}, please type your PIN', pin: 'Six-digit PIN', pinKeys: 'Digits', pinDigits: '{n} of 6 digits typed', pinErase: 'Erase one', pinOpening: 'Opening',
    pinWrong: 'Wrong PIN', pinLeft: '{n} tries left', pinWait: 'Please wait {time} before the next try', pinNotMe: 'This is not me', pinForgotten: 'PIN forgotten? Sign in with your password',
    setPinTitle: 'Set a six-digit PIN', setPinText: 'It opens your records on this device, also without a network. No birthday, no run of digits.', setPinAgain: 'Type it once more', setPinDiffer: 'The two differ; please set it anew',
    setPinWeak: 'Too easy to guess; please take another one', oldPin: 'First type your present PIN', changePin: 'Change the PIN', pinChanged: 'The PIN is changed', passwordChanged: 'Your password has changed; please type your PIN once more',
    locked: 'Locked; drafts and unsent work are kept', lock: 'Lock', signOutTitle: 'Sign out?', signOutText: 'What is not sent stays on this device and goes on after the next sign-in.', signOutDone: 'Signed out',
    ownPassword: 'Password', changePassword: 'Change the password', currentPassword: 'Present password', newPassword: 'New password', newPasswordAgain: 'The new one again', wrongPassword: 'This is not the present password', passwordSaved: 'The password is changed; you are signed out everywhere else',
    passwordRule: 'At least 8 characters (12 for an administrator), three kinds of: capitals, small letters, digits, others',
    settings: 'Settings', language: 'Language', textSize: 'Text size', textSizeSample: 'Small matters are settled in the village', device: 'This device', deviceName: 'Name of the device', deviceId: 'Number of the device', deviceSaved: 'The name is saved',
    deviceDefault: '{name}\'s tablet', storage: 'Keeping of data', storageKept: 'The browser has promised to keep the data of this device.', storageNotKept: 'The browser has not promised to keep the data: it may clear them when space is short. Connect often, or add this page to the home screen.',
    storageUnknown: 'The browser has not been asked yet.', storageAsk: 'Ask for lasting storage', storageUsed: '{used} used of {quota}', practice: 'Practice', practiceText: 'Try it with invented people; nothing of it is ever sent.', practiceStart: 'Start practising', practiceEnd: 'End the practice',
    practising: 'Practice: nothing is sent', practiceMark: 'PRACTICE', expired: 'Your session has ended; unsent work is kept.', again: 'Sign in again', minutes: '{n} min', seconds: '{n} s', version: 'Rules {version}',
  },
}
