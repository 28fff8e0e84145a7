// Rooms are folders. What is wrong with them can't be told from one import, but from all of them.

const MOST_FILES = 16;

const folderOf = (path) => path.slice(0, path.lastIndexOf('/'));

/** Groups the values of a list by a key: `[[key, values], …]`. */
function groups(list, keyOf) {
  const found = new Map();
  for (const value of list) {
    const key = keyOf(value);
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return [...found];
}

/**
 * Between which two neighbours an import leads. Both lie in the innermost folder that holds both
 * files: a neighbour is a subfolder with all that is in it, or the folder's own files together.
 */
function neighbours([from, to]) {
  const [here, there] = [from, to].map((path) => path.split('/'));
  const depth = here.findIndex((name, index) => name !== there[index]);
  const room = here.slice(0, depth).join('/');
  const neighbour = (path) => (path.length > depth + 1 ? `${room}/${path[depth]}` : `${room}/*`);
  return {room, from: neighbour(here), to: neighbour(there), files: [from, to]};
}

/** The shortest way from one neighbour to another, as a list of steps. */
function way(steps, from, to) {
  const ways = [[{to: from}]];
  const seen = new Set([from]);
  for (const path of ways) {
    for (const step of steps) {
      if (step.from !== path.at(-1).to) continue;
      if (step.to === to) return [...path.slice(1), step];
      if (seen.has(step.to)) continue;
      seen.add(step.to);
      ways.push([...path, step]);
    }
  }
  return undefined;
}

/**
 * Circles of rooms: two folders that import each other, on whatever way; a folder that imports from
 * its subfolder and the other way round.
 */
export function circlesOfRooms(imports) {
  const steps = imports.map(neighbours).filter(({from, to}) => from !== to);
  return groups(steps, ({room}) => room).flatMap(([, inRoom]) => {
    const told = new Set();
    return inRoom.flatMap((step) => {
      const back = way(inRoom, step.to, step.from);
      const circle = back && [step, ...back];
      const name = circle
        ?.map(({from}) => from)
        .sort()
        .join();
      if (!circle || told.has(name)) return [];
      told.add(name);
      return [
        {
          rule: 'no-circle-of-rooms',
          reason:
            'Rooms that need each other are one room. A folder imports its subfolders or they import it.',
          what: [
            [...circle.map(({from}) => from), step.from].join(' → '),
            ...circle.map(({files}) => `  ${files.join(' → ')}`),
          ].join('\n'),
        },
      ];
    });
  });
}

/** Folders that hold too much to be looked through. */
export const fullRooms = (files) =>
  groups(files, folderOf)
    .filter(([, inside]) => inside.length > MOST_FILES)
    .map(([folder, inside]) => ({
      rule: 'no-full-room',
      reason: `A folder of more than ${MOST_FILES} files holds two rooms.`,
      what: `${folder} (${inside.length} files)`,
    }));
