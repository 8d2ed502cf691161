/** Word lists are written as running text: words apart by white space, in lower case unless a file says otherwise. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
