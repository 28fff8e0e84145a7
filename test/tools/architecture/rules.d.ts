import type {IForbiddenRuleType} from 'dependency-cruiser';

/** Rules for single imports, each with its name and its reason. */
export const RULES: (IForbiddenRuleType & {name: string; comment: string})[];
