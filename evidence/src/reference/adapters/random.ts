import { threefry2x32 } from "@pavise/kernel";
import type { Adapter } from "../adapter.ts";

/** Two 32-bit words written as hexadecimal digits. */
function wordsFromHex(field: string, value: unknown): [number, number] {
  const texts = Array.isArray(value) ? value : [];
  const words = texts.map((text) =>
    /^[0-9a-f]{8}$/i.test(text) ? Number.parseInt(text, 16) : NaN,
  );
  if (words.length !== 2 || words.some(Number.isNaN)) {
    throw new Error(`${field}: expected two words of 8 hexadecimal digits, got ${value}`);
  }
  return [words[0]!, words[1]!];
}

const knownAnswers: Adapter = {
  engine: "formula",
  answer(question) {
    if (question.gen !== "threefry2x32" || question.rounds !== 20) {
      throw new Error(
        `gen: expected threefry2x32 with 20 rounds, the one generator of the house, ` +
          `got ${question.gen} with ${question.rounds}`,
      );
    }
    const [key0, key1] = wordsFromHex("key", question.key);
    const [counter0, counter1] = wordsFromHex("ctr", question.ctr);
    const block = new Uint32Array(2);
    threefry2x32(key0, key1, counter0, counter1, block);
    return { expected: Array.from(block, (word) => word.toString(16).padStart(8, "0")) };
  },
};

export const adapters: Record<string, Adapter> = { rng_random123_kat: knownAnswers };
