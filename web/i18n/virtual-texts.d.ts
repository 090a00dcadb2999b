declare module 'virtual:texts' {
  const texts: Record<'fi' | 'sv' | 'en', Record<string, Record<string, string>>>;
  export default texts;
}
