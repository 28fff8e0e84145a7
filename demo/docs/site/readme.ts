/** The README by its headings of the second level: parts of it are pages of the site. */
export class Readme {
  /** What stands before the first heading. */
  readonly lead: string;
  readonly #sections = new Map<string, string>();

  constructor(markdown: string) {
    const [lead = '', ...sections] = markdown.split(/^(?=## )/m);
    this.lead = lead;
    for (const section of sections) {
      const [, title = ''] = /^## (.*)$/m.exec(section) ?? [];
      this.#sections.set(title, section);
    }
  }

  /** A section with its heading. One that was renamed shall not vanish from the site. */
  section(title: string): string {
    const section = this.#sections.get(title);
    if (section === undefined) throw new Error(`The README has no section "${title}".`);
    return section;
  }

  /** Its first sentence. */
  get sentence(): string {
    return /^[^#\n!].*$/m.exec(this.lead)?.[0] ?? '';
  }

  /** The same in two: what it is, and what it is made of. */
  get claim(): {title: string; line: string} {
    const [title = '', line = ''] = this.sentence.split(': ');
    return {title, line: line && `${line[0]?.toUpperCase()}${line.slice(1)}`};
  }

  /** The lead as text: without the name and the picture. */
  get beginning(): string {
    return this.lead.replace(/^# .*\n+/, '').replace(/^!\[.*\n+/m, '');
  }

  /** What its picture shows. */
  get picture(): string {
    return /!\[([^\]]+)\]/.exec(this.lead)?.[1] ?? '';
  }

  /** What everybody has to know before the first line. */
  get promises(): string {
    const [, list] = /\*\*Before you copy anything:\*\*\n\n((?:- .*\n)+)/.exec(this.lead) ?? [];
    if (list === undefined) throw new Error('The README says nothing before the first line.');
    return list;
  }

  /** The first piece of code in a language, below a heading. */
  code(title: string, language: string): string {
    const [, code] =
      new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(this.section(title)) ?? [];
    if (code === undefined) throw new Error(`"${title}" of the README has no ${language}.`);
    return code.trimEnd();
  }
}
