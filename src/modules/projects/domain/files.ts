export { acceptedEndings, largestFile, mediaTypeOf } from '#kernel/files.ts';
