/** Lets what somebody wrote in the past hour be counted. */
export const writers = /* sql */ `
create index message_by_author on message (author, at);
`;
