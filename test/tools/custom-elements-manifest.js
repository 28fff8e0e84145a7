// The manifest that editors read: dist/custom-elements.json.
import {optionRows, ownRows, posRows} from './attribute-tables.js';

/** Inherited and technical members, of which nobody writes a tag. */
const HIDDEN = ['addEventListener', 'formAssociated', 'shadowRootOptions'];

/** Read at a press, and no property: what is bought, where the property `orderData` does not say it. */
const JSON_ATTRIBUTE = {
  name: 'order-data',
  type: {text: 'string'},
  description: 'What is bought, as the JSON of an object.',
};

/** The rows of each tag's attributes. */
const ROWS = {
  'rzp-magic-button': () => [...optionRows(), ...ownRows()],
  'rzp-pos-button': posRows,
};

/** The words of its state, for which the class that both tags extend has a type parameter. */
const STATES = {'rzp-magic-button': 'CheckoutState', 'rzp-pos-button': 'PosState'};

/** Tells the analyzer what it can't see: properties and attributes that come from tables. */
const fromTables = {
  name: 'from-tables',
  packageLinkPhase({customElementsManifest}) {
    // What both tags share is read, and is no tag itself.
    customElementsManifest.modules = customElementsManifest.modules.filter(({declarations}) =>
      declarations.some(({tagName}) => tagName),
    );
    for (const {declarations} of customElementsManifest.modules) {
      for (const element of declarations.filter(({tagName}) => tagName)) {
        const rows = ROWS[element.tagName]().map(({type, sentence, ...row}) => ({
          ...row,
          type: {text: type},
          description: sentence,
        }));
        const fields = rows.map(({name, type, description}) => ({
          kind: 'field',
          name,
          type,
          description,
        }));
        const named = new Set(rows.map(({name}) => name));
        const others = element.members.filter(
          ({name, privacy}, index) =>
            // A setter comes a second time, without a type.
            element.members.findIndex((member) => member.name === name) === index &&
            privacy !== 'private' &&
            privacy !== 'protected' &&
            !name.startsWith('#') &&
            !named.has(name) &&
            !HIDDEN.includes(name),
        );
        element.members = [...fields, ...others].map((member) => ({
          ...member,
          // Both have the member of the one class, which is the same object.
          type: member.name === 'state' ? {text: STATES[element.tagName]} : member.type,
          privacy: 'public',
        }));
        element.attributes = [
          ...rows.map(({name, attribute, type, description}) => ({
            name: attribute,
            fieldName: name,
            type,
            description,
          })),
          JSON_ATTRIBUTE,
        ];
        element.events = element.events.filter(({name}) => name.startsWith('rzp-'));
      }
    }
  },
};

export default {
  globs: ['src/button/rzp-magic-button.ts', 'src/pos/rzp-pos-button.ts', 'src/face/face-button.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [fromTables],
};
