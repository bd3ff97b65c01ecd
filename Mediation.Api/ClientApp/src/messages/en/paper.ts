/** Printing on the tablet; the papers themselves stay Chinese. */
export default {
  paper: { hint: 'Printed from what is on this tablet, without a network. What is not known stays blank for a pen.', asA4: 'As A4', asSlip: 'As a slip (80 mm)', scan: 'Photograph the signed sheet', offline: 'Printing needs no network.', none: 'There is nothing to print now.', forms: 'Blank forms and papers that are not required' },
}
