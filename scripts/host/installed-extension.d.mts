export function installedParts(root: string): string[];
export function installExtension(root: string, extensionsDir: string): Promise<string>;
