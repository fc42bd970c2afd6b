export async function drawn_icon(_icon: unknown): Promise<string | undefined> {
  return undefined;
}
