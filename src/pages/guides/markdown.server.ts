import { lexer, type Token, type Tokens } from 'marked';
import { type Block, type Guide, type Inline, plain } from './parts.ts';

/**
 * Reads a guide. Raw HTML is not let through: what a guide may hold is listed here, and anything else is refused.
 * @throws Error when the text holds something else, or does not begin with a title and a lead
 */
export function readGuide(markdown: string): Guide {
  const [title, lead, ...rest] = lexer(markdown).filter(({ type }) => type !== 'space');
  if (title?.type !== 'heading' || lead?.type !== 'paragraph')
    throw new Error('A guide begins with its title and one sentence');
  let headings = 0;
  const block = (token: Token): Block => {
    switch (token.type) {
      case 'heading':
        return {
          kind: 'heading',
          id: `part-${++headings}`,
          level: token.depth === 2 ? 2 : 3,
          of: inlines(token.tokens),
        };
      case 'paragraph':
      case 'text': {
        const [only, ...more] = token.tokens ?? [];
        return only?.type === 'image' && more.length === 0
          ? { kind: 'picture', from: only.href, alt: only.text }
          : { kind: 'text', of: inlines(token.tokens) };
      }
      case 'list':
        return {
          kind: 'list',
          ordered: token.ordered,
          items: (token as Tokens.List).items.map((item) => blocks(item.tokens)),
        };
      case 'code':
        return { kind: 'sample', text: token.text };
      default:
        throw new Error(`A guide holds no ${token.type}: ${token.raw}`);
    }
  };
  const blocks = (tokens: readonly Token[]) => tokens.filter(({ type }) => type !== 'space').map(block);
  return { title: plain(inlines(title.tokens)), lead: plain(inlines(lead.tokens)), parts: blocks(rest) };
}

function inlines(tokens: readonly Token[] = []): Inline[] {
  return tokens.map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return token.text;
      case 'em':
        return { kind: 'name', of: inlines(token.tokens) };
      case 'strong':
        return { kind: 'strong', of: inlines(token.tokens) };
      case 'codespan':
        return { kind: 'code', of: [token.text] };
      case 'link':
        return { kind: 'link', to: token.href, of: inlines(token.tokens) };
      default:
        throw new Error(`A guide holds no ${token.type}: ${token.raw}`);
    }
  });
}
