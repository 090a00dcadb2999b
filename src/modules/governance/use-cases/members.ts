export const hasKeeper = (seats: readonly { capacity: string; accountId?: string | undefined }[]) =>
  seats.some((seat) => seat.capacity === 'secretary' && seat.accountId !== undefined);
