/** GS1's character set 82 in the order of its values (General Specifications 7.11). */
const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
/** The characters of a check pair, by value: no 0, 1, I or O, which are mistaken for each other. */
const SET_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The pair of check characters that belongs behind `text` (which does not hold it yet), of characters of set 82: a Global Model Number's.
 * Values weighted by the primes from the right, modulo 1021, as two digits of 5 bits (General Specifications 7.9.5).
 */
export function checkPair(text: string): string {
  let sum = 0;
  let weight = 1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    weight = nextPrime(weight);
    sum = (sum + SET_82.indexOf(text.charAt(at)) * weight) % 1021;
  }
  return `${SET_32.charAt(sum >> 5)}${SET_32.charAt(sum & 31)}`;
}

function nextPrime(after: number): number {
  let candidate = after + 1;
  while (!isPrime(candidate)) candidate += 1;
  return candidate;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}
