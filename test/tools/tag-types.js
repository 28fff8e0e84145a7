// What tools read of the tags, from the manifest that the tables made: web-types for JetBrains' editors, custom
// data for VS Code, and the types of the tags in the templates of React, Preact, Solid, Vue and Svelte.
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));
const write = (path, text) => writeFileSync(`${root}/${path}`, text);

/** Where the types of a tag come from: its class, and the map of its events. */
const SOURCES = {
  'rzp-magic-button': {entry: '../index.js', events: 'RzpEventMap'},
  'rzp-pos-button': {entry: '../pos.js', events: 'PosEventMap'},
};

/** What HTML may say in place of a value of another type. */
const WRITTEN = {boolean: "boolean | '' | 'true' | 'false'", number: 'number | `${number}`'};

const comment = (text, indent) => `${indent}/** ${text.replace(/\s*\n\s*/g, ' ')} */\n`;

const writtenOf = ({text}) =>
  text
    .split(' | ')
    .map((part) => WRITTEN[part] ?? part)
    .join(' | ');

/** Properties that no attribute sets: objects and functions. */
const objectsOf = ({members, attributes}) =>
  members.filter(
    ({kind, name, static: isStatic, readonly}) =>
      kind === 'field' &&
      !isStatic &&
      !readonly &&
      !attributes.some(({fieldName}) => fieldName === name),
  );

/** The module that the types of all frameworks build upon. */
function tagsModule(elements) {
  const imports = elements.map(({name, tagName}) => {
    const {entry, events} = SOURCES[tagName];
    return `import type {${[name, events].sort().join(', ')}} from '${entry}';\n`;
  });
  const tags = elements.map((element) => {
    const {name, tagName, attributes, members} = element;
    const rows = attributes.map(
      ({name, type, description}) =>
        `${comment(description, '  ')}  '${name}'?: ${writtenOf(type)} | null | undefined;\n`,
    );
    const fields = [
      ...attributes.flatMap(({fieldName}) => fieldName ?? []),
      ...objectsOf({members, attributes}).map(({name}) => name),
    ];
    const own = objectsOf(element).map(({name}) => `'${name}'`);
    return `
/** The attributes of \`<${tagName}>\`, as a template writes them. */
export interface ${name}Attributes {
${rows.join('')}}

/** What no text can say of \`<${tagName}>\`: properties of the element. */
export type ${name}Objects = Partial<Pick<${name}, ${own.join(' | ')}>>;

/** All properties of \`<${tagName}>\`. */
export type ${name}Properties = Partial<
  Pick<${name}, ${fields.map((field) => `'${field}'`).join(' | ')}>
>;
`;
  });
  const kinds = elements.map(
    ({name, tagName, description}) => `${comment(description, '  ')}  '${tagName}': {
    element: ${name};
    attributes: ${name}Attributes;
    objects: ${name}Objects;
    properties: ${name}Properties;
    events: ${SOURCES[tagName].events};
  };
`,
  );
  return `${imports.join('')}${tags.join('')}
/** The tags of this package, and what a template may say of each. */
export interface Tags {
${kinds.join('')}}

/** A listener for each event, under the name that a framework gives it: \`\${Prefix}rzp-success\`. */
export type Listeners<Events, Prefix extends string> = {
  [Name in keyof Events & string as \`\${Prefix}\${Name}\`]?:
    ((event: Events[Name]) => void) | undefined;
};
`;
}

const valuesOf = ({text}) => [...text.matchAll(/'([^']*)'/g)].map(([, value]) => value);

/** https://github.com/JetBrains/web-types */
const webTypes = (elements, {name, version}) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: element.attributes.map(({name, type, description, default: value}) => ({
          name,
          description,
          ...(value && {default: value}),
          value:
            type.text === 'boolean'
              ? {kind: 'no-value', type: 'boolean', required: false}
              : {type: type.text},
        })),
        slots: element.slots.map(({name, description}) => ({name, description})),
        js: {
          properties: objectsOf(element).map(({name, type, description}) => ({
            name,
            type: type.text,
            description,
          })),
          events: element.events.map(({name, description}) => ({name, description})),
        },
        css: {
          properties: element.cssProperties.map(({name, description}) => ({name, description})),
          parts: element.cssParts.map(({name, description}) => ({name, description})),
        },
      })),
    },
  },
});

/** https://github.com/microsoft/vscode-custom-data */
const htmlData = (elements) => ({
  version: 1.1,
  tags: elements.map(({tagName, description, attributes}) => ({
    name: tagName,
    description: {kind: 'markdown', value: description},
    attributes: attributes.map(({name, type, description}) => ({
      name,
      description: {kind: 'markdown', value: description},
      ...(type.text === 'boolean' && {valueSet: 'v'}),
      ...(valuesOf(type).length && {values: valuesOf(type).map((name) => ({name}))}),
    })),
  })),
});

const manifest = read('dist/custom-elements.json');
const elements = manifest.modules
  .flatMap(({declarations}) => declarations)
  .filter(({tagName}) => tagName);
const json = (value) => `${JSON.stringify(value)}\n`;

// Without the white space that the analyzer has written.
write('dist/custom-elements.json', json(manifest));
write('dist/web-types.json', json(webTypes(elements, read('package.json'))));
write('dist/vscode.html-data.json', json(htmlData(elements)));
// An entry a framework, which builds upon what the tables say.
cpSync(`${root}/src/types`, `${root}/dist/types/types`, {recursive: true});
write('dist/types/types/tags.d.ts', tagsModule(elements));
// A program that imports them loads nothing.
write('dist/npm/types.js', 'export {};\n');
