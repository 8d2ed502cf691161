/** What a command is about, if it is not what the cursor stands in: as code actions and code lenses name it. */
import { Uri } from 'vscode';

export interface Target {
  readonly uri: string;
  readonly id: string;
}

export function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string' && 'id' in value && typeof value.id === 'string';
}

/** A row of a view. */
export function isRow(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && !('uri' in value);
}

export function uriOf({ uri }: Target): Uri {
  return Uri.parse(uri);
}
