/** The day on the person's own calendar, `YYYY-MM-DD`: in China it is tomorrow for eight hours of the day in UTC. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
