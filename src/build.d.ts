/** The text of a classic script, built from the module with everything that it imports. */
declare module '*?classic' {
  const script: string;
  export default script;
}
/** The text of a file, as it is. */
declare module '*?raw' {
  const text: string;
  export default text;
}
