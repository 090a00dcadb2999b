/**
 * Municipalities that have ended and that the source documents still name.
 *
 * Pertunmaa (003:164) was merged into Mäntyharju on 1.1.2025: decided by both councils on 13.5.2024, confirmed by the
 * Government on 6.6.2024 (bulletin of the municipality of Pertunmaa). Population 31.12.2024; the labour force was not
 * read anywhere and stays empty. Neighbours as they were.
 *
 * Columns: as in municipalities.ts, then last day | successor
 */
export const formerMunicipalityRows = `
588|Pertunmaa|Pertunmaa|10|101|||||61.5028|26.4792|081 097 111 172 507|2024-12-31|507
`;
