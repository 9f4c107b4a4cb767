/** A share 0..1 as the record of acts keeps and tells it: `92.5%`. */
export const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
