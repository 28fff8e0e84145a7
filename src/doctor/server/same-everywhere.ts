import {wrong, type Finding} from '../model/finding.js';
import type {Answer} from './ask.js';
import {troubleOf} from './trouble.js';

/** Of how many answers it is no chance that all are alike. */
const SEVERAL = 4;

/**
 * What is wrong with all answers of a server alike, whatever it was asked: a login, a redirect or a page
 * stands in front of it, and what the endpoints would say is not known. Undefined where they differ.
 */
export function sameEverywhere(answers: readonly Answer[]): Finding | undefined {
  const [first] = answers;
  const trouble = first && answers.length >= SEVERAL ? troubleOfAll(first) : undefined;
  const isSame = answers.every((answer) => troubleOfAll(answer)?.says === trouble?.says);
  return trouble && isSame ? {...trouble, says: `at each endpoint it ${trouble.says}`} : undefined;
}

/** What could be said of any endpoint by such an answer; undefined where it is of one, or of a wrong address. */
function troubleOfAll(answer: Answer): Finding | undefined {
  if (answer.json !== undefined || answer.status === 404 || answer.status === 405) return undefined;
  return (
    troubleOf('POST', answer) ??
    wrong(
      `answers ${answer.status} without a reason.`,
      'Look for what answers in the place of the endpoints, and let what is for them through.',
    )
  );
}
