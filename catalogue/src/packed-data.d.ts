/** Written by tools/pack-catalogue.mjs beside the compiled room: the packed catalogue as JSON text. */
export declare const packedText: string;
