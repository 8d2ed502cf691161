/** Types of judge.mjs, which runs where nothing is compiled. */
export interface Line {
  readonly what: 'loaded' | 'dns' | 'net' | 'udp' | 'fetch' | 'browser' | 'host' | 'turnedOn' | 'turnedOff';
  readonly by?: string;
  readonly thread?: 'main' | 'worker';
  readonly host?: string;
  readonly port?: number;
  readonly stack?: readonly string[];
}

export declare function linesOf(text: string): Line[];
export declare function judge(lines: readonly Line[]): string[];
