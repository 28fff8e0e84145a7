// The manifest that editors read: dist/custom-elements.json.
import {defaultOf, optionRows, ownRows, posRows} from './attribute-tables.js';

/** Inherited and technical members, of which nobody writes a tag. */
const HIDDEN = ['addEventListener', 'formAssociated', 'shadowRootOptions'];

/** Read at a press, and no property: what is bought, where the property `orderData` does not say it. */
const JSON_ATTRIBUTE = {
  name: 'order-data',
  type: {text: 'string'},
  description: 'What is bought, as the JSON of an object.',
};

/** What a submit button says of the submission: written, as on HTML's own, and no property. */
const OF_SUBMITTER = Object.entries({
  form: 'Id of its form, where it does not stand in it.',
  value: 'What the form is sent with for its `name`.',
  formaction: 'Where the form goes, instead of its `action`.',
  formenctype: 'Instead of the `enctype` of the form.',
  formmethod: 'Instead of the `method` of the form.',
  formtarget: 'Instead of the `target` of the form.',
  formnovalidate: 'Has nobody look whether the fields of its form are filled in.',
}).map(([name, description]) => ({
  name,
  type: {text: name === 'formnovalidate' ? 'boolean' : 'string'},
  description,
}));

/** The rows of each tag's attributes. */
const ROWS = {
  'rzp-magic-button': () => [...optionRows(), ...ownRows()],
  'rzp-pos-button': posRows,
};

/** The words of its state, for which the class that both tags extend has a type parameter. */
const STATES = {'rzp-magic-button': 'CheckoutState', 'rzp-pos-button': 'PosState'};

/** The entry that exports and registers each tag, as a merchant has it. */
const ENTRIES = {'rzp-magic-button': 'dist/npm/index.js', 'rzp-pos-button': 'dist/npm/pos.js'};

/** Tells the analyzer what it can't see: properties and attributes that come from tables. */
const fromTables = {
  name: 'from-tables',
  packageLinkPhase({customElementsManifest}) {
    // What both tags share is read, and is no tag itself.
    customElementsManifest.modules = customElementsManifest.modules.filter(({declarations}) =>
      declarations.some(({tagName}) => tagName),
    );
    for (const module of customElementsManifest.modules) {
      for (const element of module.declarations.filter(({tagName}) => tagName)) {
        const {name, tagName} = element;
        const declaration = {name, module: ENTRIES[tagName]};
        module.path = declaration.module;
        module.exports = [
          {kind: 'js', name, declaration},
          {kind: 'custom-element-definition', name: tagName, declaration},
        ];
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
        // What both tags extend is no export of the package.
        delete element.superclass;
        // The analyzer takes each property for an attribute: these have none.
        element.members = [...fields, ...others].map(
          ({attribute: _, inheritedFrom: __, ...member}) => ({
            ...member,
            // Both have the member of the one class, which is the same object.
            type: member.name === 'state' ? {text: STATES[element.tagName]} : member.type,
            // What it sets is the attribute.
            ...(member.name === 'form' && {readonly: true}),
            privacy: 'public',
          }),
        );
        element.attributes = [
          ...rows.map(({name, attribute, type, description}) => ({
            name: attribute,
            fieldName: name,
            type,
            default: defaultOf(description),
            description,
          })),
          JSON_ATTRIBUTE,
          ...(element.tagName === 'rzp-magic-button' ? OF_SUBMITTER : []),
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
