/** The README with the table of options in its place, formatted. */
export declare function withTable(readme: string): Promise<string>;
