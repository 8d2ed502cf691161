/** Requests of the server that does nothing: an answer is handed to it once and given back as often as it is asked for. */
import { RequestType } from 'vscode-languageserver-protocol/node';

export const keepRequest = new RequestType<{ readonly name: string; readonly answer: unknown }, null, void>('bench/keep');
export const echoRequest = new RequestType<{ readonly name: string }, unknown, void>('bench/echo');
