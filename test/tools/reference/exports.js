// What the entries export, with the docstring of each.
import {ReflectionKind} from 'typedoc';
import {ENTRIES} from './entries.js';

/** Each export of each entry: its sentence, its examples, and the entries that one may import it from. */
export function documentedExports(project) {
  const found = new Map();
  for (const module of project.children ?? []) {
    const entry = ENTRIES.find(({name}) => name === module.name);
    for (const child of module.children ?? []) {
      const target = child.isReference() ? child.getTargetReflectionDeep() : child;
      const known = found.get(target);
      if (known) known.entries.push(entry.name);
      else found.set(target, {name: child.name, entries: [entry.name], ...documentation(target)});
    }
  }
  return [...found.values()];
}

function documentation(reflection) {
  // The comment of a function stands at its signature.
  const comments = [reflection, ...(reflection.signatures ?? [])].flatMap(
    ({comment}) => comment ?? [],
  );
  const text = (parts) => parts.map(({text}) => text).join('');
  return {
    isType: reflection.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias]),
    isDeprecated: comments.some((comment) => comment.getTag('@deprecated')),
    sentence: comments
      .map(({summary}) => text(summary))
      .join('')
      .trim(),
    examples: comments
      .flatMap((comment) => comment.getTags('@example'))
      .flatMap(({content}) => [...text(content).matchAll(/```(?:tsx?|js)\n(.*?)```/gs)])
      .map(([, code]) => code),
  };
}
