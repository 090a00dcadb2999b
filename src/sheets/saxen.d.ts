/** What is used of saxen, which comes without types. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      call: (
        name: string,
        attributes: () => Record<string, string>,
        decode: (text: string) => string,
        selfClosing: boolean,
      ) => void,
    ): this;
    on(event: 'closeTag', call: (name: string) => void): this;
    on(event: 'text', call: (value: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', call: (value: string) => void): this;
    on(event: 'error' | 'warn', call: (error: Error) => void): this;
    parse(xml: string): void;
    stop(): void;
  }
}
