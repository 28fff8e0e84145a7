// The manifest that editors read: dist/custom-elements.json.
import {attributeOf, optionRows} from './options-table.js';

/** Own properties that an attribute sets; those of the table of options come from the table. */
const OWN = [
  'orderUrl',
  'verifyUrl',
  'statusUrl',
  'successUrl',
  'scriptUrl',
  'credentials',
  'load',
  'disabled',
  'variant',
  'size',
  'analyticsPersonalData',
  'debug',
];

const TYPES = {flag: 'boolean', whole: 'number', recurring: "boolean | 'preferred'"};

/** Tells the analyzer what it can't see: properties that come from a table. */
const fromTables = {
  name: 'from-tables',
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations} of customElementsManifest.modules) {
      for (const element of declarations.filter(({tagName}) => tagName)) {
        const options = optionRows().map(({name, kind, sentence}) => ({
          kind: 'field',
          name,
          description: sentence,
          type: {text: TYPES[kind] ?? 'string'},
        }));
        const hidden = ['addEventListener', 'formAssociated', 'shadowRootOptions'];
        element.members = [
          ...options,
          ...element.members.filter(
            ({name, privacy}) =>
              privacy !== 'private' && !name.startsWith('#') && !hidden.includes(name),
          ),
        ].map((member) => ({...member, privacy: 'public'}));
        element.attributes = element.members
          .filter(({name}) => OWN.includes(name) || options.some((option) => option.name === name))
          .map(({name, type, description}) => ({
            name: attributeOf(name),
            fieldName: name,
            type,
            description,
          }));
        element.events = element.events.filter(({name}) => name.startsWith('rzp-'));
      }
    }
  },
};

export default {
  globs: ['src/button/rzp-magic-button.ts'],
  outdir: 'dist',
  litelement: true,
  // The analyzer would write its folder into package.json.
  packagejson: false,
  plugins: [fromTables],
};
