/** Tells whether a text holds nine digits that pass the 11-test of a burgerservicenummer. */
export const holdsServiceNumber = (text: string): boolean =>
  [...text.matchAll(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g)].some(([found]) => passes(found.replace(/\D/g, '')));

function passes(nine: string): boolean {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && Number(nine) > 0;
}

/** Tells whether a signal of a target looks like something of a person: many digits, a date, a mail address. */
export const looksPersonal = (signal: string): boolean =>
  /\d[^\d]{0,1}\d[^\d]{0,1}\d[^\d]{0,1}\d/.test(signal) ||
  /\d{1,2}[-/.]\d{1,2}[-/.]\d{2}/.test(signal) ||
  /[^\s@]@[^\s@]+\.\w/.test(signal);
