/** Where somebody wants to be told of an answer: as the last token said, or nowhere. */
export const answerMail = /* sql */ `
alter table person add column email text;
create index outgoing_by_question on outgoing ((body ->> 'question'), at) where target = 'mail';
`;
