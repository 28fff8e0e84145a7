/** What a row of the tables says. This file holds types only. */

/** What a request's value is read as. A form's text is read as its field's type: `'50000'`, `'1'`. */
export type RequestType =
  'integer' | 'string' | 'boolean' | 'object' | 'list' | 'notes' | 'line items';

/** A field of a request's body. */
export interface RequestField {
  readonly type: RequestType;
  readonly isRequired?: true;
  /**
   * What becomes of it. `imitated`: it has its effect. `kept`: it is answered as it came, and has no
   * other effect. `refused`: Razorpay knows it, and the sandbox says that it does not.
   */
  readonly here: 'imitated' | 'kept' | 'refused';
  readonly about?: string;
  /** What Razorpay does not document, and the sandbox assumes. */
  readonly inferred?: string;
}

/** The fields that a body may have, in the order in which they are checked. */
export type RequestFields = Readonly<Record<string, RequestField>>;

/** What an answer's value is. */
export type AnswerType =
  | 'integer'
  | 'string'
  | 'boolean'
  | 'object'
  | 'list'
  | 'notes'
  | 'collection'
  | 'integer | null'
  | 'string | null'
  | 'object | null';

/** A field of an answer. */
export interface AnswerField {
  readonly type: AnswerType;
  /** Where it is given; everywhere without it. `never`: Razorpay has it, and the sandbox does not. */
  readonly when?: string;
  /** What Razorpay does not document, and the sandbox assumes. */
  readonly inferred?: string;
}

export type AnswerFields = Readonly<Record<string, AnswerField>>;

/** The name of a table of fields, of a body or of an answer. */
export type TableName<Tables> = keyof Tables & string;
