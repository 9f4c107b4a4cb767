/**
 * The JSON in a model's reply, `undefined` where there is none. Models that think aloud or wrap JSON in a code
 * block are understood.
 */
export function jsonIn(reply: string): unknown {
  const spoken = reply.replace(/<think>.*?<\/think>/gsu, '');
  const start = spoken.search(/[{[]/u);
  const end = Math.max(spoken.lastIndexOf('}'), spoken.lastIndexOf(']'));
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(spoken.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
