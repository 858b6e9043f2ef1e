/** The stored content as it is, for developers. */
export const RawView = ({ value }: { value: unknown }) => (
  <pre tabIndex={0} className="my-1 max-h-64 max-w-full overflow-auto rounded-chip bg-fg/5 p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
    {JSON.stringify(value, null, 2)}
  </pre>
)
