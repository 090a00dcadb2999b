import { createContext, useContext } from 'react';

/** What every answer of the server carries beside the page itself. */
export type Frame = {
  readonly nonce: string | undefined;
  readonly reference: string | undefined;
  readonly demonstration: boolean;
  /** A form that was refused stands on this page no more; the browser sees it from the page. */
  readonly formGone?: boolean;
};

const FrameContext = createContext<Frame | undefined>(undefined);

export const PageFrame = FrameContext.Provider;

/** The frame of this answer. The browser reads it back from the page; the nonce it does not know, as it should not. */
export function useFrame(): Frame {
  const given = useContext(FrameContext);
  if (given !== undefined) return given;
  if (typeof document === 'undefined')
    return { nonce: undefined, reference: undefined, demonstration: false };
  const meta = document.querySelector<HTMLMetaElement>('meta[name="polku-reference"]');
  return {
    // While developing, React compares it with the page and would complain of nothing else.
    nonce: import.meta.env.DEV ? document.querySelector<HTMLElement>('[nonce]')?.nonce : undefined,
    reference: meta?.content,
    demonstration: document.documentElement.dataset.demonstration === 'yes',
  };
}
