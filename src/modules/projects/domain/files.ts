export { largestFile, mediaTypeOf } from '#kernel/files.ts';
