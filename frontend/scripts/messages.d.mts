export type Found = { key: string | null; file: string; line: number; problem?: string }

export function readMessages(file: string, text: string): Found[]
export function listMessages(folders?: readonly string[]): Found[]
