const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1.1.1980 0.00, the first instant that a zip file can say: date in the upper half, time in the lower. */
const firstInstant = 0x00210000;

/** A zip file (also .docx and .xlsx) in which every file has the same time, so that the same content is the same bytes. */
export function withFixedTimes(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new RangeError('Not a zip file');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw new RangeError('Not a zip directory');
    bytes.writeUInt32LE(firstInstant, at + 12);
    bytes.writeUInt32LE(firstInstant, bytes.readUInt32LE(at + 42) + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
