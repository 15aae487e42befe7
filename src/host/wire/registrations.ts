/** The client tells the host which events it wants; the host sends all and the client picks (wire.md 8). */
export function registrations(events: readonly string[]): Record<string, () => undefined> {
  const nothing = (): undefined => undefined;
  return Object.fromEntries(events.flatMap((event) => [`_Register${event}Event`, `_Unregister${event}Event`].map((name) => [name, nothing])));
}
