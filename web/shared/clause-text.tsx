/** A clause of the call: where it stands, and its own words. */
export function ClauseText({ clause }: { clause: { readonly ref: string; readonly text: string } }) {
  return (
    <blockquote className="clause" lang="zh-CN">
      <cite>{clause.ref}</cite>
      {clause.text}
    </blockquote>
  );
}
