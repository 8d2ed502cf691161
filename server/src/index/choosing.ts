/** Which files of a folder count, by their paths in it. Knows no file system. */
import picomatch from 'picomatch';

export interface Choice {
  /** Glob patterns of what counts; one without a slash is matched with the file's name. */
  readonly include: readonly string[];
  /** Glob patterns of files and folders that are left alone. */
  readonly exclude: readonly string[];
  readonly largestBytes: number;
  readonly mostFiles: number;
}

/** Paths in a folder are written with slashes, and without one at their start. */
export class Choosing {
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;

  constructor({ include, exclude }: Choice, ignoresCase: boolean) {
    const options = { dot: true, nocase: ignoresCase };
    this.included = picomatch(include.map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`)), options);
    this.excluded = picomatch([...exclude], options);
  }

  /** By its name and the folders around it. */
  counts(path: string): boolean {
    const parts = path.split('/');
    return this.included(path) && !parts.some((_, i) => this.excluded(parts.slice(0, i + 1).join('/')));
  }
}

export function tooMany({ mostFiles }: Choice): string {
  return `Only ${mostFiles} files of this workspace are indexed; there are more`;
}
