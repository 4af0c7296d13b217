/**
 * The plain addresses of RFC 5321: a name of letters, digits and a few marks, and a domain with a dot. No quotes, no comments, no lists,
 * no line ends, and neither `%` nor `!`, with which old servers pass mail on to others.
 */
const ADDRESS =
  /^(?=.{3,254}$)(?=[^@]{1,64}@)[\w#$&'*+/=?^`{|}~-]+(?:\.[\w#$&'*+/=?^`{|}~-]+)*@(?:[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?\.)+[A-Za-z](?:[A-Za-z\d-]{0,61}[A-Za-z\d])$/;

/** Whether this is one mail address that a server may be given. */
export const isMailAddress = (value: unknown): value is string => typeof value === 'string' && ADDRESS.test(value);
