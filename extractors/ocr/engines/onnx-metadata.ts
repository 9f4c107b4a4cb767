/**
 * Metadata that an ONNX file carries beside its network (`ModelProto.metadata_props`, field 14 of onnx.proto3), which
 * onnxruntime-node does not tell. Empty for bytes that are no such file.
 */
export function onnxMetadata(bytes: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [field, content] of messages(bytes)) {
    if (field !== 14) continue;
    const entry = new Map([...messages(content)].map(([key, text]) => [key, new TextDecoder().decode(text)]));
    const key = entry.get(1);
    if (key !== undefined) found.set(key, entry.get(2) ?? '');
  }
  return found;
}

/** The length-delimited fields of a protobuf message, in order; ends at what is malformed. */
function* messages(bytes: Uint8Array): Generator<readonly [field: number, content: Uint8Array]> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; at < bytes.length; scale *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const tag = varint();
    const kind = tag % 8;
    if (kind === 0) varint();
    else if (kind === 1) at += 8;
    else if (kind === 5) at += 4;
    else if (kind === 2) {
      const length = varint();
      if (!(at + length <= bytes.length)) return;
      yield [Math.floor(tag / 8), bytes.subarray(at, at + length)];
      at += length;
    } else return;
  }
}
