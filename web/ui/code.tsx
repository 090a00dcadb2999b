/** Something for a program, as it is. It is English, whatever the page's language. */
export function Code({ children }: { readonly children: string }) {
  return (
    <pre className="code" lang="en">
      <code>{children}</code>
    </pre>
  );
}
