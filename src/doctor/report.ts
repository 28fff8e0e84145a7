import type {Finding, Look} from './model/finding.js';

/** What the doctor has seen of a shop. */
export interface Report {
  readonly looks: readonly Look[];
  /** What is to be entered in Razorpay's dashboard; undefined where the server is not known. */
  readonly dashboard: string | undefined;
}

const MARKS = {right: '✓', wrong: '✗', unseen: '–', absent: '–'} as const;

const countOf = ({looks}: Report, verdict: Finding['verdict']): number =>
  looks.flatMap(({findings}) => findings).filter((finding) => finding.verdict === verdict).length;

/** 0 where all is right, 1 where something is wrong, 2 where nothing could be looked at. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (countOf(report, 'wrong') > 0) return 1;
  return countOf(report, 'right') > 0 ? 0 : 2;
}

/** The report for a person. */
export function asText(report: Report): string {
  const {looks, dashboard} = report;
  const parts = looks.map(({title, address, findings}) =>
    [[title, address].filter(Boolean).join('  '), ...findings.map(line)].join('\n'),
  );
  if (dashboard !== undefined)
    parts.push(
      `Razorpay's dashboard, field by field:\n${dashboard.trimEnd().replace(/^/gm, '  ')}`,
    );
  return `${[...parts, sum(report)].join('\n\n')}\n`;
}

const line = ({verdict, says, fix}: Finding): string =>
  `  ${MARKS[verdict]} ${says}${fix === undefined ? '' : `\n    → ${fix}`}`;

function sum(report: Report): string {
  const wrongs = countOf(report, 'wrong');
  const unseens = countOf(report, 'unseen');
  const rest = unseens ? ` ${unseens} could not be seen (–).` : '';
  if (wrongs > 0) return `${wrongs} wrong (✗).${rest}`;
  return countOf(report, 'right') > 0 ? `Nothing is wrong.${rest}` : 'Nothing could be seen.';
}

/** The report for a program. */
export const asJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
